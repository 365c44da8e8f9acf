/*
 * pass_rate_table.h: which share of values is valid for a class that they are not of
 *
 * Made by bench/pass_rate.c; not to be edited.
 */

/* of numbers at random, where more pass than the catalogue says */
static const float measured_chance[BV_USER_CLASS_FIRST] = {
};

/* of keys with a home-made check digit, where more pass than by chance */
static const float imitation[BV_USER_CLASS_FIRST] = {
	[22] = 0.909,	/* nl_bsn */
	[27] = 0.0701,	/* se_personnummer */
	[32] = 0.0373,	/* de_steuer_id */
	[39] = 0.557,	/* fr_nir */
	[41] = 0.123,	/* be_nrn */
	[46] = 0.874,	/* pt_nif */
	[50] = 0.0282,	/* gr_amka */
	[54] = 0.913,	/* gb_nhs */
	[57] = 0.0374,	/* pl_pesel */
	[62] = 1,	/* hr_oib */
	[68] = 0.0997,	/* tr_tckn */
	[69] = 1,	/* il_id */
	[74] = 1,	/* jp_my_number */
	[85] = 0.916,	/* nz_ird */
	[86] = 0.888,	/* ca_sin */
	[90] = 0.0704,	/* ar_cuit */
	[91] = 0.908,	/* cl_rut */
	[94] = 0.126,	/* ec_ci */
	[95] = 1,	/* do_cedula */
	[99] = 0.338,	/* payment_card */
	[104] = 0.0617,	/* us_aba */
	[111] = 0.176,	/* imei */
	[171] = 1,	/* org_number */
};

/* of those that are valid for another class, where more pass than by chance */
static const struct
{
	unsigned char given;
	unsigned char passes;
	float		rate;
}			pass_rates[] =
{
	{20, 29, 0.11},	/* us_npi is dk_cpr */
	{20, 66, 0.10},	/* us_npi is ua_rnokpp */
	{27, 29, 0.23},	/* se_personnummer is dk_cpr */
	{27, 61, 0.05},	/* se_personnummer is bg_egn */
	{27, 94, 0.18},	/* se_personnummer is ec_ci */
	{28, 90, 0.10},	/* no_fodselsnummer is ar_cuit */
	{29, 20, 0.09},	/* dk_cpr is us_npi */
	{29, 27, 0.07},	/* dk_cpr is se_personnummer */
	{29, 31, 0.02},	/* dk_cpr is is_kennitala */
	{29, 61, 0.03},	/* dk_cpr is bg_egn */
	{29, 66, 0.10},	/* dk_cpr is ua_rnokpp */
	{29, 94, 0.07},	/* dk_cpr is ec_ci */
	{31, 27, 0.05},	/* is_kennitala is se_personnummer */
	{31, 29, 0.39},	/* is_kennitala is dk_cpr */
	{31, 61, 0.04},	/* is_kennitala is bg_egn */
	{32, 62, 1.00},	/* de_steuer_id is hr_oib */
	{37, 61, 0.03},	/* at_svnr is bg_egn */
	{41, 57, 0.10},	/* be_nrn is pl_pesel */
	{50, 65, 0.03},	/* gr_amka is lv_personas_kods */
	{50, 95, 1.00},	/* gr_amka is do_cedula */
	{61, 27, 0.03},	/* bg_egn is se_personnummer */
	{61, 29, 0.08},	/* bg_egn is dk_cpr */
	{62, 32, 0.04},	/* hr_oib is de_steuer_id */
	{63, 75, 0.03},	/* jmbg is kr_rrn */
	{66, 20, 0.05},	/* ua_rnokpp is us_npi */
	{67, 171, 0.83},	/* ru_inn is org_number */
	{69, 86, 0.18},	/* il_id is ca_sin */
	{75, 96, 0.03},	/* kr_rrn is za_id */
	{85, 91, 0.92},	/* nz_ird is cl_rut */
	{85, 171, 0.89},	/* nz_ird is org_number */
	{86, 69, 1.00},	/* ca_sin is il_id */
	{86, 171, 1.00},	/* ca_sin is org_number */
	{90, 28, 0.02},	/* ar_cuit is no_fodselsnummer */
	{90, 65, 0.03},	/* ar_cuit is lv_personas_kods */
	{91, 85, 0.53},	/* cl_rut is nz_ird */
	{91, 171, 0.72},	/* cl_rut is org_number */
	{94, 27, 0.10},	/* ec_ci is se_personnummer */
	{94, 29, 0.15},	/* ec_ci is dk_cpr */
	{94, 171, 0.77},	/* ec_ci is org_number */
	{95, 50, 0.03},	/* do_cedula is gr_amka */
	{96, 75, 0.14},	/* za_id is kr_rrn */
	{96, 99, 0.10},	/* za_id is payment_card */
	{111, 99, 0.10},	/* imei is payment_card */
	{114, 99, 0.07},	/* meid is payment_card */
};
