/*
 * pass_rate_table.h: which share of values is valid for a class that they are not of
 *
 * Made by bench/pass_rate.c; not to be edited.
 */

/* of numbers at random, where more pass than the catalogue says */
static const float measured_chance[BV_USER_CLASS_FIRST] = {
	[13] = 1,	/* passport */
	[16] = 0.04923,	/* us_itin */
	[28] = 0.001408,	/* no_fodselsnummer */
	[33] = 1,	/* de_steuernummer */
	[39] = 0.005527,	/* fr_nir */
	[59] = 0.05186,	/* cz_rodne_cislo */
	[67] = 0.1006,	/* ru_inn */
	[73] = 2.667e-05,	/* cn_ric */
	[75] = 0.005697,	/* kr_rrn */
	[93] = 1,	/* pe_dni */
	[96] = 0.001158,	/* za_id */
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
	{5, 67, 0.02},	/* phone is ru_inn */
	{13, 67, 0.02},	/* passport is ru_inn */
	{14, 67, 0.06},	/* drivers_licence is ru_inn */
	{15, 59, 0.05},	/* us_ssn is cz_rodne_cislo */
	{16, 59, 0.07},	/* us_itin is cz_rodne_cislo */
	{17, 59, 0.05},	/* us_ein is cz_rodne_cislo */
	{20, 29, 0.11},	/* us_npi is dk_cpr */
	{20, 33, 1.00},	/* us_npi is de_steuernummer */
	{20, 67, 0.10},	/* us_npi is ru_inn */
	{22, 93, 0.55},	/* nl_bsn is pe_dni */
	{27, 29, 0.23},	/* se_personnummer is dk_cpr */
	{27, 61, 0.05},	/* se_personnummer is bg_egn */
	{27, 67, 0.10},	/* se_personnummer is ru_inn */
	{27, 94, 0.18},	/* se_personnummer is ec_ci */
	{28, 33, 1.00},	/* no_fodselsnummer is de_steuernummer */
	{28, 90, 0.10},	/* no_fodselsnummer is ar_cuit */
	{29, 20, 0.09},	/* dk_cpr is us_npi */
	{29, 27, 0.07},	/* dk_cpr is se_personnummer */
	{29, 31, 0.02},	/* dk_cpr is is_kennitala */
	{29, 33, 1.00},	/* dk_cpr is de_steuernummer */
	{29, 61, 0.03},	/* dk_cpr is bg_egn */
	{29, 67, 0.10},	/* dk_cpr is ru_inn */
	{29, 94, 0.07},	/* dk_cpr is ec_ci */
	{31, 27, 0.05},	/* is_kennitala is se_personnummer */
	{31, 29, 0.39},	/* is_kennitala is dk_cpr */
	{31, 33, 1.00},	/* is_kennitala is de_steuernummer */
	{31, 61, 0.04},	/* is_kennitala is bg_egn */
	{31, 67, 0.11},	/* is_kennitala is ru_inn */
	{32, 33, 1.00},	/* de_steuer_id is de_steuernummer */
	{32, 62, 1.00},	/* de_steuer_id is hr_oib */
	{33, 67, 0.05},	/* de_steuernummer is ru_inn */
	{37, 33, 1.00},	/* at_svnr is de_steuernummer */
	{37, 61, 0.03},	/* at_svnr is bg_egn */
	{37, 67, 0.10},	/* at_svnr is ru_inn */
	{41, 33, 1.00},	/* be_nrn is de_steuernummer */
	{41, 57, 0.10},	/* be_nrn is pl_pesel */
	{46, 16, 0.06},	/* pt_nif is us_itin */
	{46, 59, 0.05},	/* pt_nif is cz_rodne_cislo */
	{50, 33, 1.00},	/* gr_amka is de_steuernummer */
	{50, 95, 1.00},	/* gr_amka is do_cedula */
	{51, 59, 0.05},	/* gr_afm is cz_rodne_cislo */
	{54, 33, 1.00},	/* gb_nhs is de_steuernummer */
	{54, 67, 0.10},	/* gb_nhs is ru_inn */
	{55, 33, 1.00},	/* gb_utr is de_steuernummer */
	{55, 67, 0.10},	/* gb_utr is ru_inn */
	{57, 33, 1.00},	/* pl_pesel is de_steuernummer */
	{58, 33, 1.00},	/* pl_nip is de_steuernummer */
	{58, 67, 0.10},	/* pl_nip is ru_inn */
	{59, 16, 0.06},	/* cz_rodne_cislo is us_itin */
	{61, 27, 0.03},	/* bg_egn is se_personnummer */
	{61, 29, 0.08},	/* bg_egn is dk_cpr */
	{61, 33, 1.00},	/* bg_egn is de_steuernummer */
	{61, 59, 0.04},	/* bg_egn is cz_rodne_cislo */
	{61, 67, 0.11},	/* bg_egn is ru_inn */
	{62, 32, 0.04},	/* hr_oib is de_steuer_id */
	{62, 33, 1.00},	/* hr_oib is de_steuernummer */
	{63, 75, 0.03},	/* jmbg is kr_rrn */
	{64, 33, 1.00},	/* ee_isikukood is de_steuernummer */
	{65, 33, 1.00},	/* lv_personas_kods is de_steuernummer */
	{66, 20, 0.05},	/* ua_rnokpp is us_npi */
	{66, 33, 1.00},	/* ua_rnokpp is de_steuernummer */
	{66, 67, 0.11},	/* ua_rnokpp is ru_inn */
	{67, 171, 0.83},	/* ru_inn is org_number */
	{68, 33, 1.00},	/* tr_tckn is de_steuernummer */
	{69, 86, 0.18},	/* il_id is ca_sin */
	{75, 96, 0.03},	/* kr_rrn is za_id */
	{83, 93, 0.55},	/* au_tfn is pe_dni */
	{84, 33, 1.00},	/* au_medicare is de_steuernummer */
	{84, 67, 0.05},	/* au_medicare is ru_inn */
	{85, 91, 0.92},	/* nz_ird is cl_rut */
	{85, 93, 0.95},	/* nz_ird is pe_dni */
	{85, 171, 0.89},	/* nz_ird is org_number */
	{86, 16, 0.06},	/* ca_sin is us_itin */
	{86, 59, 0.05},	/* ca_sin is cz_rodne_cislo */
	{86, 69, 1.00},	/* ca_sin is il_id */
	{86, 171, 1.00},	/* ca_sin is org_number */
	{87, 33, 1.00},	/* br_cpf is de_steuernummer */
	{90, 28, 0.02},	/* ar_cuit is no_fodselsnummer */
	{90, 33, 1.00},	/* ar_cuit is de_steuernummer */
	{91, 85, 0.53},	/* cl_rut is nz_ird */
	{91, 93, 0.50},	/* cl_rut is pe_dni */
	{91, 171, 0.72},	/* cl_rut is org_number */
	{92, 67, 0.03},	/* co_nit is ru_inn */
	{94, 27, 0.10},	/* ec_ci is se_personnummer */
	{94, 29, 0.15},	/* ec_ci is dk_cpr */
	{94, 33, 1.00},	/* ec_ci is de_steuernummer */
	{94, 67, 0.10},	/* ec_ci is ru_inn */
	{94, 171, 0.77},	/* ec_ci is org_number */
	{95, 33, 1.00},	/* do_cedula is de_steuernummer */
	{95, 50, 0.03},	/* do_cedula is gr_amka */
	{96, 75, 0.14},	/* za_id is kr_rrn */
	{96, 99, 0.10},	/* za_id is payment_card */
	{97, 33, 1.00},	/* ng_nin is de_steuernummer */
	{104, 59, 0.04},	/* us_aba is cz_rodne_cislo */
	{111, 99, 0.10},	/* imei is payment_card */
	{114, 99, 0.07},	/* meid is payment_card */
	{144, 93, 1.00},	/* birth_date is pe_dni */
	{171, 67, 0.11},	/* org_number is ru_inn */
};
