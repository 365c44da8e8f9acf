/*
 * imitation_table.h: how often keys with a home-made check digit pass validators
 *
 * The share of the scheme and number of digits of which most pass, where that is
 * more than by chance.  Generated: "make rates" measures it.
 */
static const float imitation[BV_USER_CLASS_FIRST] = {
	[22] = 0.909,	/* nl_bsn */
	[27] = 0.0701,	/* se_personnummer */
	[32] = 0.0362,	/* de_steuer_id */
	[39] = 0.557,	/* fr_nir */
	[41] = 0.123,	/* be_nrn */
	[46] = 0.874,	/* pt_nif */
	[50] = 0.0282,	/* gr_amka */
	[54] = 0.913,	/* gb_nhs */
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
	[99] = 0.339,	/* payment_card */
	[104] = 0.0617,	/* us_aba */
	[111] = 0.176,	/* imei */
	[171] = 1,	/* org_number */
};
