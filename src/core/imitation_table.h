/*
 * imitation_table.h: how often keys with a home-made check digit pass validators
 *
 * The share of the scheme and number of digits of which most pass, where that is
 * more than by chance.  Generated: "make rates" measures it.
 */
static const float imitation[BV_USER_CLASS_FIRST] = {
	[22] = 0.912,	/* nl_bsn */
	[27] = 0.078,	/* se_personnummer */
	[32] = 0.0373,	/* de_steuer_id */
	[39] = 0.563,	/* fr_nir */
	[41] = 0.124,	/* be_nrn */
	[46] = 0.874,	/* pt_nif */
	[50] = 0.0279,	/* gr_amka */
	[54] = 0.91,	/* gb_nhs */
	[62] = 1,	/* hr_oib */
	[68] = 0.0978,	/* tr_tckn */
	[69] = 1,	/* il_id */
	[74] = 1,	/* jp_my_number */
	[85] = 0.918,	/* nz_ird */
	[86] = 0.891,	/* ca_sin */
	[90] = 0.0707,	/* ar_cuit */
	[91] = 0.911,	/* cl_rut */
	[94] = 0.124,	/* ec_ci */
	[95] = 1,	/* do_cedula */
	[99] = 0.337,	/* payment_card */
	[104] = 0.0612,	/* us_aba */
	[111] = 0.177,	/* imei */
	[171] = 1,	/* org_number */
};
