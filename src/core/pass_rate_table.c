/*
 * pass_rate_table.c: the share of true values of each class that pass as another
 *
 * Generated: "make rates" measures it on 20,000 made-up values of each class.
 * A test fails when validators and table disagree.
 */
#include "pass_rate.h"

const BvPassRate bv_pass_rates[] = {
	/* name */
	{1, 1, 0},	/* name */
	/* given_name */
	{2, 2, 0},	/* given_name */
	/* family_name */
	{3, 3, 0},	/* family_name */
	/* email */
	{4, 4, 1},	/* email */
	/* phone */
	{5, 5, 1},	/* phone */
	{5, 13, 0.0679},	/* passport */
	{5, 14, 0.0679},	/* drivers_licence */
	{5, 18, 0.0679},	/* us_drivers_licence */
	{5, 20, 0.00295},	/* us_npi */
	{5, 29, 0.00385},	/* dk_cpr */
	{5, 33, 0.0679},	/* de_steuernummer */
	{5, 54, 0.0193},	/* gb_nhs */
	{5, 58, 0.0059},	/* pl_nip */
	{5, 59, 0.0008},	/* cz_rodne_cislo */
	{5, 61, 0.00085},	/* bg_egn */
	{5, 66, 0.0056},	/* ua_rnokpp */
	{5, 67, 0.00635},	/* ru_inn */
	{5, 94, 0.0076},	/* ec_ci */
	{5, 103, 0.0679},	/* bank_account */
	/* fax */
	{6, 5, 1},	/* phone */
	{6, 6, 0},	/* fax */
	/* address */
	{7, 7, 0},	/* address */
	/* postcode */
	{8, 5, 0.253},	/* phone */
	{8, 8, 0},	/* postcode */
	{8, 18, 0.124},	/* us_drivers_licence */
	{8, 26, 0.0508},	/* nl_kenteken */
	{8, 69, 0.0122},	/* il_id */
	/* city */
	{9, 9, 0},	/* city */
	/* region */
	{10, 10, 0},	/* region */
	/* country */
	{11, 11, 0},	/* country */
	/* passport */
	{13, 5, 0.17},	/* phone */
	{13, 13, 1},	/* passport */
	{13, 15, 0.154},	/* us_ssn */
	{13, 16, 0.00755},	/* us_itin */
	{13, 17, 0.139},	/* us_ein */
	{13, 18, 0.669},	/* us_drivers_licence */
	{13, 21, 0.0134},	/* us_dea */
	{13, 22, 0.0159},	/* nl_bsn */
	{13, 23, 0.397},	/* nl_id_document */
	{13, 36, 0.385},	/* de_ausweis */
	{13, 46, 0.015},	/* pt_nif */
	{13, 49, 0.167},	/* it_id_card */
	{13, 51, 0.0177},	/* gr_afm */
	{13, 59, 0.00855},	/* cz_rodne_cislo */
	{13, 69, 0.0173},	/* il_id */
	{13, 82, 0.0147},	/* hk_id */
	{13, 83, 0.015},	/* au_tfn */
	{13, 85, 0.00195},	/* nz_ird */
	{13, 86, 0.014},	/* ca_sin */
	{13, 91, 0.0144},	/* cl_rut */
	{13, 92, 0.0157},	/* co_nit */
	{13, 93, 0.0171},	/* pe_dni */
	{13, 103, 0.172},	/* bank_account */
	{13, 104, 0.00625},	/* us_aba */
	/* drivers_licence */
	{14, 5, 0.284},	/* phone */
	{14, 13, 0.247},	/* passport */
	{14, 14, 1},	/* drivers_licence */
	{14, 18, 0.5},	/* us_drivers_licence */
	{14, 20, 0.0053},	/* us_npi */
	{14, 27, 0.0014},	/* se_personnummer */
	{14, 29, 0.0073},	/* dk_cpr */
	{14, 33, 0.247},	/* de_steuernummer */
	{14, 37, 0.0007},	/* at_svnr */
	{14, 45, 0.00235},	/* es_nuss */
	{14, 54, 0.0214},	/* gb_nhs */
	{14, 55, 0.0241},	/* gb_utr */
	{14, 58, 0.0219},	/* pl_nip */
	{14, 59, 0.002},	/* cz_rodne_cislo */
	{14, 61, 0.00185},	/* bg_egn */
	{14, 66, 0.0122},	/* ua_rnokpp */
	{14, 67, 0.0275},	/* ru_inn */
	{14, 70, 0.0199},	/* in_aadhaar */
	{14, 74, 0.027},	/* jp_my_number */
	{14, 77, 0.00825},	/* my_nric */
	{14, 84, 0.0104},	/* au_medicare */
	{14, 92, 0.021},	/* co_nit */
	{14, 94, 0.00525},	/* ec_ci */
	{14, 103, 0.5},	/* bank_account */
	/* us_ssn */
	{15, 5, 0.502},	/* phone */
	{15, 13, 0.507},	/* passport */
	{15, 15, 1},	/* us_ssn */
	{15, 17, 0.418},	/* us_ein */
	{15, 18, 0.507},	/* us_drivers_licence */
	{15, 22, 0.0457},	/* nl_bsn */
	{15, 46, 0.0349},	/* pt_nif */
	{15, 51, 0.0516},	/* gr_afm */
	{15, 59, 0.0259},	/* cz_rodne_cislo */
	{15, 69, 0.0502},	/* il_id */
	{15, 83, 0.0457},	/* au_tfn */
	{15, 85, 0.0095},	/* nz_ird */
	{15, 86, 0.0436},	/* ca_sin */
	{15, 91, 0.0415},	/* cl_rut */
	{15, 92, 0.0454},	/* co_nit */
	{15, 93, 0.0512},	/* pe_dni */
	{15, 103, 0.507},	/* bank_account */
	{15, 104, 0.025},	/* us_aba */
	/* us_itin */
	{16, 5, 0.494},	/* phone */
	{16, 13, 0.494},	/* passport */
	{16, 16, 1},	/* us_itin */
	{16, 17, 0.396},	/* us_ein */
	{16, 18, 0.494},	/* us_drivers_licence */
	{16, 22, 0.0478},	/* nl_bsn */
	{16, 46, 0.0495},	/* pt_nif */
	{16, 51, 0.049},	/* gr_afm */
	{16, 59, 0.0345},	/* cz_rodne_cislo */
	{16, 69, 0.051},	/* il_id */
	{16, 83, 0.0447},	/* au_tfn */
	{16, 86, 0.051},	/* ca_sin */
	{16, 91, 0.0434},	/* cl_rut */
	{16, 92, 0.0492},	/* co_nit */
	{16, 93, 0.0505},	/* pe_dni */
	{16, 103, 0.494},	/* bank_account */
	/* us_ein */
	{17, 5, 1},	/* phone */
	{17, 13, 0.5},	/* passport */
	{17, 15, 0.449},	/* us_ssn */
	{17, 16, 0.0197},	/* us_itin */
	{17, 17, 1},	/* us_ein */
	{17, 18, 0.5},	/* us_drivers_licence */
	{17, 22, 0.0485},	/* nl_bsn */
	{17, 46, 0.0408},	/* pt_nif */
	{17, 51, 0.0517},	/* gr_afm */
	{17, 59, 0.0266},	/* cz_rodne_cislo */
	{17, 69, 0.0507},	/* il_id */
	{17, 83, 0.0474},	/* au_tfn */
	{17, 85, 0.00715},	/* nz_ird */
	{17, 86, 0.0415},	/* ca_sin */
	{17, 91, 0.0428},	/* cl_rut */
	{17, 92, 0.0473},	/* co_nit */
	{17, 93, 0.0497},	/* pe_dni */
	{17, 103, 0.5},	/* bank_account */
	{17, 104, 0.0173},	/* us_aba */
	/* us_drivers_licence */
	{18, 5, 0.392},	/* phone */
	{18, 13, 0.596},	/* passport */
	{18, 15, 0.177},	/* us_ssn */
	{18, 16, 0.0089},	/* us_itin */
	{18, 17, 0.166},	/* us_ein */
	{18, 18, 1},	/* us_drivers_licence */
	{18, 22, 0.0364},	/* nl_bsn */
	{18, 46, 0.0158},	/* pt_nif */
	{18, 51, 0.0206},	/* gr_afm */
	{18, 59, 0.01},	/* cz_rodne_cislo */
	{18, 69, 0.0406},	/* il_id */
	{18, 82, 0.0163},	/* hk_id */
	{18, 83, 0.0379},	/* au_tfn */
	{18, 85, 0.0204},	/* nz_ird */
	{18, 86, 0.0168},	/* ca_sin */
	{18, 91, 0.0348},	/* cl_rut */
	{18, 92, 0.0335},	/* co_nit */
	{18, 93, 0.217},	/* pe_dni */
	{18, 103, 0.395},	/* bank_account */
	{18, 104, 0.00915},	/* us_aba */
	/* us_mbi */
	{19, 19, 1},	/* us_mbi */
	/* us_npi */
	{20, 5, 1},	/* phone */
	{20, 13, 1},	/* passport */
	{20, 14, 1},	/* drivers_licence */
	{20, 18, 1},	/* us_drivers_licence */
	{20, 20, 1},	/* us_npi */
	{20, 29, 0.109},	/* dk_cpr */
	{20, 31, 0.0019},	/* is_kennitala */
	{20, 33, 1},	/* de_steuernummer */
	{20, 37, 0.00455},	/* at_svnr */
	{20, 54, 0.0901},	/* gb_nhs */
	{20, 55, 0.18},	/* gb_utr */
	{20, 58, 0.0891},	/* pl_nip */
	{20, 59, 0.0139},	/* cz_rodne_cislo */
	{20, 61, 0.0113},	/* bg_egn */
	{20, 66, 0.102},	/* ua_rnokpp */
	{20, 67, 0.1},	/* ru_inn */
	{20, 84, 0.0474},	/* au_medicare */
	{20, 92, 0.101},	/* co_nit */
	{20, 103, 1},	/* bank_account */
	/* us_dea */
	{21, 13, 1},	/* passport */
	{21, 18, 1},	/* us_drivers_licence */
	{21, 21, 1},	/* us_dea */
	{21, 23, 0.926},	/* nl_id_document */
	{21, 36, 0.441},	/* de_ausweis */
	{21, 49, 0.964},	/* it_id_card */
	{21, 82, 0.0856},	/* hk_id */
	/* nl_bsn */
	{22, 5, 0.99},	/* phone */
	{22, 13, 0.665},	/* passport */
	{22, 15, 0.591},	/* us_ssn */
	{22, 16, 0.0292},	/* us_itin */
	{22, 17, 0.553},	/* us_ein */
	{22, 18, 0.665},	/* us_drivers_licence */
	{22, 22, 1},	/* nl_bsn */
	{22, 46, 0.0527},	/* pt_nif */
	{22, 51, 0.0693},	/* gr_afm */
	{22, 59, 0.0353},	/* cz_rodne_cislo */
	{22, 69, 0.0692},	/* il_id */
	{22, 83, 0.0583},	/* au_tfn */
	{22, 85, 0.01},	/* nz_ird */
	{22, 86, 0.0553},	/* ca_sin */
	{22, 91, 0.0542},	/* cl_rut */
	{22, 92, 0.06},	/* co_nit */
	{22, 93, 0.0673},	/* pe_dni */
	{22, 103, 0.665},	/* bank_account */
	{22, 104, 0.0271},	/* us_aba */
	/* nl_id_document */
	{23, 13, 0.168},	/* passport */
	{23, 18, 0.0021},	/* us_drivers_licence */
	{23, 23, 1},	/* nl_id_document */
	{23, 36, 0.0993},	/* de_ausweis */
	{23, 49, 0.0007},	/* it_id_card */
	/* nl_rijbewijs */
	{24, 5, 0.997},	/* phone */
	{24, 13, 1},	/* passport */
	{24, 14, 1},	/* drivers_licence */
	{24, 18, 1},	/* us_drivers_licence */
	{24, 24, 0},	/* nl_rijbewijs */
	{24, 27, 0.0074},	/* se_personnummer */
	{24, 29, 0.00425},	/* dk_cpr */
	{24, 31, 0.00215},	/* is_kennitala */
	{24, 33, 1},	/* de_steuernummer */
	{24, 37, 0.0042},	/* at_svnr */
	{24, 54, 0.0883},	/* gb_nhs */
	{24, 55, 0.0916},	/* gb_utr */
	{24, 58, 0.0911},	/* pl_nip */
	{24, 59, 0.0053},	/* cz_rodne_cislo */
	{24, 61, 0.00835},	/* bg_egn */
	{24, 66, 0.0509},	/* ua_rnokpp */
	{24, 67, 0.0989},	/* ru_inn */
	{24, 84, 0.0871},	/* au_medicare */
	{24, 92, 0.0981},	/* co_nit */
	{24, 94, 0.00165},	/* ec_ci */
	{24, 103, 1},	/* bank_account */
	/* nl_kvk */
	{25, 5, 0.99},	/* phone */
	{25, 13, 1},	/* passport */
	{25, 18, 1},	/* us_drivers_licence */
	{25, 22, 0.0947},	/* nl_bsn */
	{25, 25, 0},	/* nl_kvk */
	{25, 69, 0.097},	/* il_id */
	{25, 83, 0.091},	/* au_tfn */
	{25, 85, 0.0904},	/* nz_ird */
	{25, 91, 0.0827},	/* cl_rut */
	{25, 92, 0.0938},	/* co_nit */
	{25, 93, 1},	/* pe_dni */
	{25, 103, 1},	/* bank_account */
	/* nl_kenteken */
	{26, 26, 1},	/* nl_kenteken */
	/* se_personnummer */
	{27, 5, 0.542},	/* phone */
	{27, 13, 0.251},	/* passport */
	{27, 14, 0.501},	/* drivers_licence */
	{27, 18, 0.501},	/* us_drivers_licence */
	{27, 27, 1},	/* se_personnummer */
	{27, 29, 0.149},	/* dk_cpr */
	{27, 30, 0.0025},	/* fi_hetu */
	{27, 31, 0.0084},	/* is_kennitala */
	{27, 33, 0.251},	/* de_steuernummer */
	{27, 37, 0.0029},	/* at_svnr */
	{27, 45, 0.0025},	/* es_nuss */
	{27, 54, 0.0234},	/* gb_nhs */
	{27, 55, 0.026},	/* gb_utr */
	{27, 58, 0.0222},	/* pl_nip */
	{27, 59, 0.0352},	/* cz_rodne_cislo */
	{27, 61, 0.049},	/* bg_egn */
	{27, 66, 0.0114},	/* ua_rnokpp */
	{27, 67, 0.0275},	/* ru_inn */
	{27, 70, 0.0109},	/* in_aadhaar */
	{27, 74, 0.0226},	/* jp_my_number */
	{27, 77, 0.0649},	/* my_nric */
	{27, 84, 0.0115},	/* au_medicare */
	{27, 92, 0.0231},	/* co_nit */
	{27, 94, 0.0619},	/* ec_ci */
	{27, 103, 0.501},	/* bank_account */
	/* no_fodselsnummer */
	{28, 5, 0.915},	/* phone */
	{28, 13, 0.502},	/* passport */
	{28, 18, 0.502},	/* us_drivers_licence */
	{28, 28, 1},	/* no_fodselsnummer */
	{28, 32, 0.00075},	/* de_steuer_id */
	{28, 33, 0.502},	/* de_steuernummer */
	{28, 41, 0.0034},	/* be_nrn */
	{28, 50, 0.102},	/* gr_amka */
	{28, 57, 0.0362},	/* pl_pesel */
	{28, 62, 0.0493},	/* hr_oib */
	{28, 64, 0.0019},	/* ee_isikukood */
	{28, 65, 0.015},	/* lv_personas_kods */
	{28, 67, 0.00525},	/* ru_inn */
	{28, 68, 0.00315},	/* tr_tckn */
	{28, 84, 0.0138},	/* au_medicare */
	{28, 87, 0.00525},	/* br_cpf */
	{28, 90, 0.0742},	/* ar_cuit */
	{28, 92, 0.0326},	/* co_nit */
	{28, 95, 0.0518},	/* do_cedula */
	{28, 97, 0.0481},	/* ng_nin */
	{28, 103, 0.502},	/* bank_account */
	/* dk_cpr */
	{29, 5, 1},	/* phone */
	{29, 13, 0.505},	/* passport */
	{29, 14, 0.505},	/* drivers_licence */
	{29, 18, 0.505},	/* us_drivers_licence */
	{29, 20, 0.0335},	/* us_npi */
	{29, 27, 0.0647},	/* se_personnummer */
	{29, 29, 1},	/* dk_cpr */
	{29, 30, 0.0149},	/* fi_hetu */
	{29, 31, 0.0228},	/* is_kennitala */
	{29, 33, 0.505},	/* de_steuernummer */
	{29, 37, 0.00165},	/* at_svnr */
	{29, 54, 0.0495},	/* gb_nhs */
	{29, 55, 0.0618},	/* gb_utr */
	{29, 58, 0.046},	/* pl_nip */
	{29, 59, 0.0318},	/* cz_rodne_cislo */
	{29, 61, 0.0333},	/* bg_egn */
	{29, 66, 0.05},	/* ua_rnokpp */
	{29, 67, 0.0522},	/* ru_inn */
	{29, 84, 0.0154},	/* au_medicare */
	{29, 92, 0.032},	/* co_nit */
	{29, 94, 0.0437},	/* ec_ci */
	{29, 103, 0.505},	/* bank_account */
	/* fi_hetu */
	{30, 5, 0.236},	/* phone */
	{30, 27, 0.0141},	/* se_personnummer */
	{30, 29, 0.215},	/* dk_cpr */
	{30, 30, 1},	/* fi_hetu */
	{30, 31, 0.0056},	/* is_kennitala */
	{30, 59, 0.00675},	/* cz_rodne_cislo */
	{30, 61, 0.00735},	/* bg_egn */
	/* is_kennitala */
	{31, 5, 1},	/* phone */
	{31, 13, 0.501},	/* passport */
	{31, 14, 0.501},	/* drivers_licence */
	{31, 18, 0.501},	/* us_drivers_licence */
	{31, 20, 0.0309},	/* us_npi */
	{31, 27, 0.0663},	/* se_personnummer */
	{31, 29, 0.924},	/* dk_cpr */
	{31, 30, 0.0164},	/* fi_hetu */
	{31, 31, 1},	/* is_kennitala */
	{31, 33, 0.501},	/* de_steuernummer */
	{31, 37, 0.0022},	/* at_svnr */
	{31, 54, 0.0451},	/* gb_nhs */
	{31, 55, 0.059},	/* gb_utr */
	{31, 58, 0.042},	/* pl_nip */
	{31, 59, 0.0347},	/* cz_rodne_cislo */
	{31, 61, 0.0471},	/* bg_egn */
	{31, 66, 0.0528},	/* ua_rnokpp */
	{31, 67, 0.0512},	/* ru_inn */
	{31, 84, 0.0131},	/* au_medicare */
	{31, 92, 0.0289},	/* co_nit */
	{31, 94, 0.0425},	/* ec_ci */
	{31, 103, 0.501},	/* bank_account */
	/* de_steuer_id */
	{32, 5, 0.495},	/* phone */
	{32, 13, 0.506},	/* passport */
	{32, 18, 0.506},	/* us_drivers_licence */
	{32, 28, 0.0008},	/* no_fodselsnummer */
	{32, 32, 1},	/* de_steuer_id */
	{32, 33, 0.506},	/* de_steuernummer */
	{32, 41, 0.0006},	/* be_nrn */
	{32, 50, 0.00175},	/* gr_amka */
	{32, 57, 0.00405},	/* pl_pesel */
	{32, 62, 0.506},	/* hr_oib */
	{32, 64, 0.0014},	/* ee_isikukood */
	{32, 65, 0.0047},	/* lv_personas_kods */
	{32, 67, 0.0041},	/* ru_inn */
	{32, 68, 0.00625},	/* tr_tckn */
	{32, 84, 0.0269},	/* au_medicare */
	{32, 87, 0.00465},	/* br_cpf */
	{32, 90, 0.0033},	/* ar_cuit */
	{32, 92, 0.0502},	/* co_nit */
	{32, 95, 0.0521},	/* do_cedula */
	{32, 97, 0.049},	/* ng_nin */
	{32, 103, 0.506},	/* bank_account */
	/* de_steuernummer */
	{33, 5, 0.242},	/* phone */
	{33, 13, 0.247},	/* passport */
	{33, 14, 0.126},	/* drivers_licence */
	{33, 18, 0.496},	/* us_drivers_licence */
	{33, 20, 0.00265},	/* us_npi */
	{33, 27, 0.00085},	/* se_personnummer */
	{33, 29, 0.00455},	/* dk_cpr */
	{33, 32, 0.00075},	/* de_steuer_id */
	{33, 33, 1},	/* de_steuernummer */
	{33, 54, 0.011},	/* gb_nhs */
	{33, 55, 0.0142},	/* gb_utr */
	{33, 57, 0.0008},	/* pl_pesel */
	{33, 58, 0.0112},	/* pl_nip */
	{33, 59, 0.0008},	/* cz_rodne_cislo */
	{33, 61, 0.00095},	/* bg_egn */
	{33, 62, 0.0117},	/* hr_oib */
	{33, 63, 0.0008},	/* jmbg */
	{33, 65, 0.0011},	/* lv_personas_kods */
	{33, 66, 0.00725},	/* ua_rnokpp */
	{33, 67, 0.0122},	/* ru_inn */
	{33, 68, 0.0012},	/* tr_tckn */
	{33, 75, 0.0102},	/* kr_rrn */
	{33, 78, 0.022},	/* th_id */
	{33, 80, 0.232},	/* pk_cnic */
	{33, 84, 0.0125},	/* au_medicare */
	{33, 87, 0.00075},	/* br_cpf */
	{33, 92, 0.0231},	/* co_nit */
	{33, 94, 0.00145},	/* ec_ci */
	{33, 95, 0.011},	/* do_cedula */
	{33, 96, 0.00095},	/* za_id */
	{33, 97, 0.0112},	/* ng_nin */
	{33, 99, 0.0033},	/* payment_card */
	{33, 103, 0.496},	/* bank_account */
	/* de_svnr */
	{34, 5, 0.0371},	/* phone */
	{34, 34, 1},	/* de_svnr */
	/* de_kvnr */
	{35, 18, 1},	/* us_drivers_licence */
	{35, 35, 1},	/* de_kvnr */
	{35, 36, 0.0695},	/* de_ausweis */
	{35, 81, 0.0382},	/* tw_id */
	/* de_ausweis */
	{36, 13, 0.898},	/* passport */
	{36, 18, 0.502},	/* us_drivers_licence */
	{36, 21, 0.0048},	/* us_dea */
	{36, 23, 0.317},	/* nl_id_document */
	{36, 36, 1},	/* de_ausweis */
	{36, 49, 0.00085},	/* it_id_card */
	/* at_svnr */
	{37, 5, 0.999},	/* phone */
	{37, 13, 0.502},	/* passport */
	{37, 14, 0.502},	/* drivers_licence */
	{37, 18, 0.502},	/* us_drivers_licence */
	{37, 20, 0.0111},	/* us_npi */
	{37, 27, 0.00585},	/* se_personnummer */
	{37, 29, 0.0141},	/* dk_cpr */
	{37, 31, 0.00145},	/* is_kennitala */
	{37, 33, 0.502},	/* de_steuernummer */
	{37, 37, 1},	/* at_svnr */
	{37, 54, 0.0453},	/* gb_nhs */
	{37, 55, 0.0568},	/* gb_utr */
	{37, 58, 0.0465},	/* pl_nip */
	{37, 59, 0.0134},	/* cz_rodne_cislo */
	{37, 61, 0.0153},	/* bg_egn */
	{37, 66, 0.0229},	/* ua_rnokpp */
	{37, 67, 0.0474},	/* ru_inn */
	{37, 84, 0.0261},	/* au_medicare */
	{37, 92, 0.0507},	/* co_nit */
	{37, 94, 0.0065},	/* ec_ci */
	{37, 103, 0.502},	/* bank_account */
	/* ch_ahv */
	{38, 18, 0.503},	/* us_drivers_licence */
	{38, 38, 1},	/* ch_ahv */
	{38, 78, 0.0492},	/* th_id */
	{38, 80, 0.503},	/* pk_cnic */
	{38, 103, 0.503},	/* bank_account */
	/* fr_nir */
	{39, 39, 1},	/* fr_nir */
	{39, 99, 0.0245},	/* payment_card */
	{39, 103, 0.503},	/* bank_account */
	{39, 111, 0.0021},	/* imei */
	/* fr_spi */
	{40, 5, 0.225},	/* phone */
	{40, 18, 0.505},	/* us_drivers_licence */
	{40, 33, 0.015},	/* de_steuernummer */
	{40, 40, 1},	/* fr_spi */
	{40, 60, 0.00085},	/* ro_cnp */
	{40, 63, 0.0008},	/* jmbg */
	{40, 75, 0.00505},	/* kr_rrn */
	{40, 78, 0.0388},	/* th_id */
	{40, 80, 0.377},	/* pk_cnic */
	{40, 96, 0.0013},	/* za_id */
	{40, 103, 0.505},	/* bank_account */
	/* be_nrn */
	{41, 5, 0.458},	/* phone */
	{41, 13, 0.499},	/* passport */
	{41, 18, 0.499},	/* us_drivers_licence */
	{41, 28, 0.00285},	/* no_fodselsnummer */
	{41, 32, 0.0008},	/* de_steuer_id */
	{41, 33, 0.499},	/* de_steuernummer */
	{41, 41, 1},	/* be_nrn */
	{41, 50, 0.0226},	/* gr_amka */
	{41, 57, 0.0483},	/* pl_pesel */
	{41, 62, 0.0517},	/* hr_oib */
	{41, 64, 0.0025},	/* ee_isikukood */
	{41, 65, 0.0115},	/* lv_personas_kods */
	{41, 67, 0.0045},	/* ru_inn */
	{41, 68, 0.0039},	/* tr_tckn */
	{41, 84, 0.0213},	/* au_medicare */
	{41, 87, 0.0051},	/* br_cpf */
	{41, 90, 0.0048},	/* ar_cuit */
	{41, 92, 0.0405},	/* co_nit */
	{41, 95, 0.051},	/* do_cedula */
	{41, 97, 0.0478},	/* ng_nin */
	{41, 103, 0.499},	/* bank_account */
	/* lu_matricule */
	{42, 18, 1},	/* us_drivers_licence */
	{42, 40, 0.001},	/* fr_spi */
	{42, 42, 1},	/* lu_matricule */
	{42, 60, 0.00515},	/* ro_cnp */
	{42, 63, 0.00545},	/* jmbg */
	{42, 75, 0.0288},	/* kr_rrn */
	{42, 78, 0.101},	/* th_id */
	{42, 80, 1},	/* pk_cnic */
	{42, 96, 0.00985},	/* za_id */
	{42, 103, 1},	/* bank_account */
	/* es_dni */
	{43, 43, 1},	/* es_dni */
	{43, 91, 0.00335},	/* cl_rut */
	{43, 93, 0.0376},	/* pe_dni */
	/* es_nie */
	{44, 13, 0.505},	/* passport */
	{44, 36, 0.376},	/* de_ausweis */
	{44, 44, 1},	/* es_nie */
	/* es_nuss */
	{45, 5, 0.196},	/* phone */
	{45, 14, 0.505},	/* drivers_licence */
	{45, 18, 0.505},	/* us_drivers_licence */
	{45, 45, 1},	/* es_nuss */
	{45, 67, 0.0053},	/* ru_inn */
	{45, 70, 0.0303},	/* in_aadhaar */
	{45, 74, 0.05},	/* jp_my_number */
	{45, 77, 0.0149},	/* my_nric */
	{45, 103, 0.505},	/* bank_account */
	/* pt_nif */
	{46, 5, 1},	/* phone */
	{46, 13, 0.5},	/* passport */
	{46, 15, 0.494},	/* us_ssn */
	{46, 17, 0.437},	/* us_ein */
	{46, 18, 1},	/* us_drivers_licence */
	{46, 22, 0.0887},	/* nl_bsn */
	{46, 46, 1},	/* pt_nif */
	{46, 51, 0.106},	/* gr_afm */
	{46, 59, 0.0253},	/* cz_rodne_cislo */
	{46, 69, 0.0516},	/* il_id */
	{46, 83, 0.0881},	/* au_tfn */
	{46, 85, 0.00535},	/* nz_ird */
	{46, 86, 0.101},	/* ca_sin */
	{46, 91, 0.0398},	/* cl_rut */
	{46, 92, 0.0497},	/* co_nit */
	{46, 93, 0.0541},	/* pe_dni */
	{46, 103, 0.5},	/* bank_account */
	{46, 104, 0.0238},	/* us_aba */
	/* pt_cc */
	{47, 5, 0.00555},	/* phone */
	{47, 47, 1},	/* pt_cc */
	/* it_codice_fiscale */
	{48, 48, 1},	/* it_codice_fiscale */
	/* it_id_card */
	{49, 13, 0.327},	/* passport */
	{49, 18, 0.327},	/* us_drivers_licence */
	{49, 21, 0.0236},	/* us_dea */
	{49, 23, 0.302},	/* nl_id_document */
	{49, 36, 0.196},	/* de_ausweis */
	{49, 49, 1},	/* it_id_card */
	{49, 52, 0.00335},	/* ie_pps */
	{49, 82, 0.0295},	/* hk_id */
	/* gr_amka */
	{50, 5, 0.912},	/* phone */
	{50, 13, 1},	/* passport */
	{50, 18, 1},	/* us_drivers_licence */
	{50, 28, 0.0071},	/* no_fodselsnummer */
	{50, 32, 0.0022},	/* de_steuer_id */
	{50, 33, 1},	/* de_steuernummer */
	{50, 41, 0.0065},	/* be_nrn */
	{50, 50, 1},	/* gr_amka */
	{50, 57, 0.0306},	/* pl_pesel */
	{50, 62, 0.101},	/* hr_oib */
	{50, 64, 0.00415},	/* ee_isikukood */
	{50, 65, 0.0234},	/* lv_personas_kods */
	{50, 67, 0.00955},	/* ru_inn */
	{50, 68, 0.00685},	/* tr_tckn */
	{50, 84, 0.0303},	/* au_medicare */
	{50, 87, 0.0108},	/* br_cpf */
	{50, 90, 0.0139},	/* ar_cuit */
	{50, 92, 0.0655},	/* co_nit */
	{50, 95, 1},	/* do_cedula */
	{50, 97, 0.101},	/* ng_nin */
	{50, 103, 1},	/* bank_account */
	/* gr_afm */
	{51, 5, 0.99},	/* phone */
	{51, 13, 1},	/* passport */
	{51, 15, 0.89},	/* us_ssn */
	{51, 16, 0.0411},	/* us_itin */
	{51, 17, 0.836},	/* us_ein */
	{51, 18, 1},	/* us_drivers_licence */
	{51, 22, 0.0897},	/* nl_bsn */
	{51, 46, 0.0883},	/* pt_nif */
	{51, 51, 1},	/* gr_afm */
	{51, 59, 0.0552},	/* cz_rodne_cislo */
	{51, 69, 0.0993},	/* il_id */
	{51, 83, 0.0911},	/* au_tfn */
	{51, 85, 0.0137},	/* nz_ird */
	{51, 86, 0.0786},	/* ca_sin */
	{51, 91, 0.0816},	/* cl_rut */
	{51, 92, 0.0834},	/* co_nit */
	{51, 93, 0.1},	/* pe_dni */
	{51, 103, 1},	/* bank_account */
	{51, 104, 0.0374},	/* us_aba */
	/* ie_pps */
	{52, 13, 0.502},	/* passport */
	{52, 18, 0.502},	/* us_drivers_licence */
	{52, 49, 0.498},	/* it_id_card */
	{52, 52, 1},	/* ie_pps */
	{52, 91, 0.00085},	/* cl_rut */
	/* gb_nino */
	{53, 18, 0.497},	/* us_drivers_licence */
	{53, 36, 0.0707},	/* de_ausweis */
	{53, 53, 1},	/* gb_nino */
	{53, 82, 0.01},	/* hk_id */
	/* gb_nhs */
	{54, 5, 0.99},	/* phone */
	{54, 13, 0.496},	/* passport */
	{54, 14, 0.496},	/* drivers_licence */
	{54, 18, 0.496},	/* us_drivers_licence */
	{54, 20, 0.0107},	/* us_npi */
	{54, 27, 0.0031},	/* se_personnummer */
	{54, 29, 0.0168},	/* dk_cpr */
	{54, 31, 0.00085},	/* is_kennitala */
	{54, 33, 1},	/* de_steuernummer */
	{54, 37, 0.0019},	/* at_svnr */
	{54, 54, 1},	/* gb_nhs */
	{54, 55, 0.049},	/* gb_utr */
	{54, 58, 0.0428},	/* pl_nip */
	{54, 59, 0.00355},	/* cz_rodne_cislo */
	{54, 61, 0.0053},	/* bg_egn */
	{54, 66, 0.024},	/* ua_rnokpp */
	{54, 67, 0.0498},	/* ru_inn */
	{54, 84, 0.0218},	/* au_medicare */
	{54, 92, 0.0411},	/* co_nit */
	{54, 94, 0.00815},	/* ec_ci */
	{54, 103, 0.496},	/* bank_account */
	/* gb_utr */
	{55, 5, 0.999},	/* phone */
	{55, 13, 0.498},	/* passport */
	{55, 14, 0.498},	/* drivers_licence */
	{55, 18, 0.498},	/* us_drivers_licence */
	{55, 20, 0.0186},	/* us_npi */
	{55, 27, 0.0037},	/* se_personnummer */
	{55, 29, 0.021},	/* dk_cpr */
	{55, 31, 0.00085},	/* is_kennitala */
	{55, 33, 0.498},	/* de_steuernummer */
	{55, 37, 0.00225},	/* at_svnr */
	{55, 54, 0.0462},	/* gb_nhs */
	{55, 55, 1},	/* gb_utr */
	{55, 58, 0.0444},	/* pl_nip */
	{55, 59, 0.00365},	/* cz_rodne_cislo */
	{55, 61, 0.00345},	/* bg_egn */
	{55, 66, 0.0274},	/* ua_rnokpp */
	{55, 67, 0.047},	/* ru_inn */
	{55, 84, 0.0234},	/* au_medicare */
	{55, 92, 0.0507},	/* co_nit */
	{55, 94, 0.00945},	/* ec_ci */
	{55, 103, 0.498},	/* bank_account */
	/* gb_driving_licence */
	{56, 14, 1},	/* drivers_licence */
	{56, 56, 1},	/* gb_driving_licence */
	/* pl_pesel */
	{57, 5, 0.936},	/* phone */
	{57, 13, 1},	/* passport */
	{57, 18, 1},	/* us_drivers_licence */
	{57, 28, 0.0037},	/* no_fodselsnummer */
	{57, 32, 0.002},	/* de_steuer_id */
	{57, 33, 1},	/* de_steuernummer */
	{57, 41, 0.015},	/* be_nrn */
	{57, 50, 0.0222},	/* gr_amka */
	{57, 57, 1},	/* pl_pesel */
	{57, 62, 0.0993},	/* hr_oib */
	{57, 64, 0.0046},	/* ee_isikukood */
	{57, 65, 0.0164},	/* lv_personas_kods */
	{57, 67, 0.0106},	/* ru_inn */
	{57, 68, 0.0172},	/* tr_tckn */
	{57, 84, 0.0454},	/* au_medicare */
	{57, 87, 0.00985},	/* br_cpf */
	{57, 90, 0.00855},	/* ar_cuit */
	{57, 92, 0.085},	/* co_nit */
	{57, 95, 0.0997},	/* do_cedula */
	{57, 97, 0.101},	/* ng_nin */
	{57, 103, 1},	/* bank_account */
	/* pl_nip */
	{58, 5, 0.998},	/* phone */
	{58, 13, 0.497},	/* passport */
	{58, 14, 0.497},	/* drivers_licence */
	{58, 18, 0.497},	/* us_drivers_licence */
	{58, 20, 0.0115},	/* us_npi */
	{58, 27, 0.0037},	/* se_personnummer */
	{58, 29, 0.0141},	/* dk_cpr */
	{58, 31, 0.00065},	/* is_kennitala */
	{58, 33, 0.497},	/* de_steuernummer */
	{58, 37, 0.0023},	/* at_svnr */
	{58, 54, 0.0449},	/* gb_nhs */
	{58, 55, 0.0552},	/* gb_utr */
	{58, 58, 1},	/* pl_nip */
	{58, 59, 0.0049},	/* cz_rodne_cislo */
	{58, 61, 0.0043},	/* bg_egn */
	{58, 66, 0.0207},	/* ua_rnokpp */
	{58, 67, 0.0505},	/* ru_inn */
	{58, 84, 0.0234},	/* au_medicare */
	{58, 92, 0.0524},	/* co_nit */
	{58, 94, 0.00725},	/* ec_ci */
	{58, 103, 0.497},	/* bank_account */
	/* cz_rodne_cislo */
	{59, 5, 0.989},	/* phone */
	{59, 13, 0.505},	/* passport */
	{59, 14, 0.505},	/* drivers_licence */
	{59, 18, 0.505},	/* us_drivers_licence */
	{59, 20, 0.0121},	/* us_npi */
	{59, 27, 0.0227},	/* se_personnummer */
	{59, 29, 0.0872},	/* dk_cpr */
	{59, 31, 0.0041},	/* is_kennitala */
	{59, 33, 0.505},	/* de_steuernummer */
	{59, 37, 0.00585},	/* at_svnr */
	{59, 54, 0.0465},	/* gb_nhs */
	{59, 55, 0.0478},	/* gb_utr */
	{59, 58, 0.0456},	/* pl_nip */
	{59, 59, 1},	/* cz_rodne_cislo */
	{59, 61, 0.0276},	/* bg_egn */
	{59, 66, 0.0206},	/* ua_rnokpp */
	{59, 67, 0.0499},	/* ru_inn */
	{59, 84, 0.0174},	/* au_medicare */
	{59, 92, 0.0416},	/* co_nit */
	{59, 94, 0.0141},	/* ec_ci */
	{59, 103, 0.547},	/* bank_account */
	/* ro_cnp */
	{60, 5, 0.0209},	/* phone */
	{60, 18, 1},	/* us_drivers_licence */
	{60, 33, 0.0531},	/* de_steuernummer */
	{60, 40, 0.0007},	/* fr_spi */
	{60, 60, 1},	/* ro_cnp */
	{60, 63, 0.0017},	/* jmbg */
	{60, 75, 0.0242},	/* kr_rrn */
	{60, 78, 0.105},	/* th_id */
	{60, 80, 0.934},	/* pk_cnic */
	{60, 96, 0.00305},	/* za_id */
	{60, 99, 0.0186},	/* payment_card */
	{60, 103, 1},	/* bank_account */
	/* bg_egn */
	{61, 5, 0.986},	/* phone */
	{61, 13, 1},	/* passport */
	{61, 14, 1},	/* drivers_licence */
	{61, 18, 1},	/* us_drivers_licence */
	{61, 20, 0.0302},	/* us_npi */
	{61, 27, 0.0736},	/* se_personnummer */
	{61, 29, 0.226},	/* dk_cpr */
	{61, 31, 0.0152},	/* is_kennitala */
	{61, 33, 1},	/* de_steuernummer */
	{61, 37, 0.0115},	/* at_svnr */
	{61, 54, 0.0887},	/* gb_nhs */
	{61, 55, 0.106},	/* gb_utr */
	{61, 58, 0.0925},	/* pl_nip */
	{61, 59, 0.0661},	/* cz_rodne_cislo */
	{61, 61, 1},	/* bg_egn */
	{61, 66, 0.0696},	/* ua_rnokpp */
	{61, 67, 0.105},	/* ru_inn */
	{61, 84, 0.0403},	/* au_medicare */
	{61, 92, 0.085},	/* co_nit */
	{61, 94, 0.0365},	/* ec_ci */
	{61, 103, 1},	/* bank_account */
	/* hr_oib */
	{62, 5, 0.967},	/* phone */
	{62, 13, 1},	/* passport */
	{62, 18, 1},	/* us_drivers_licence */
	{62, 28, 0.00165},	/* no_fodselsnummer */
	{62, 32, 0.032},	/* de_steuer_id */
	{62, 33, 1},	/* de_steuernummer */
	{62, 41, 0.00165},	/* be_nrn */
	{62, 50, 0.0034},	/* gr_amka */
	{62, 57, 0.00895},	/* pl_pesel */
	{62, 62, 1},	/* hr_oib */
	{62, 64, 0.0019},	/* ee_isikukood */
	{62, 65, 0.0093},	/* lv_personas_kods */
	{62, 67, 0.0093},	/* ru_inn */
	{62, 68, 0.0101},	/* tr_tckn */
	{62, 84, 0.0463},	/* au_medicare */
	{62, 87, 0.0107},	/* br_cpf */
	{62, 90, 0.00675},	/* ar_cuit */
	{62, 92, 0.0877},	/* co_nit */
	{62, 95, 0.0988},	/* do_cedula */
	{62, 97, 0.0979},	/* ng_nin */
	{62, 103, 1},	/* bank_account */
	/* jmbg */
	{63, 5, 0.292},	/* phone */
	{63, 18, 1},	/* us_drivers_licence */
	{63, 33, 0.162},	/* de_steuernummer */
	{63, 40, 0.00115},	/* fr_spi */
	{63, 60, 0.00325},	/* ro_cnp */
	{63, 63, 1},	/* jmbg */
	{63, 75, 0.0616},	/* kr_rrn */
	{63, 78, 0.0715},	/* th_id */
	{63, 80, 0.662},	/* pk_cnic */
	{63, 96, 0.008},	/* za_id */
	{63, 103, 1},	/* bank_account */
	/* ee_isikukood */
	{64, 5, 0.99},	/* phone */
	{64, 13, 1},	/* passport */
	{64, 18, 1},	/* us_drivers_licence */
	{64, 28, 0.00235},	/* no_fodselsnummer */
	{64, 32, 0.00305},	/* de_steuer_id */
	{64, 33, 1},	/* de_steuernummer */
	{64, 41, 0.00515},	/* be_nrn */
	{64, 50, 0.00095},	/* gr_amka */
	{64, 57, 0.0219},	/* pl_pesel */
	{64, 62, 0.103},	/* hr_oib */
	{64, 64, 1},	/* ee_isikukood */
	{64, 65, 0.0298},	/* lv_personas_kods */
	{64, 67, 0.0104},	/* ru_inn */
	{64, 68, 0.0104},	/* tr_tckn */
	{64, 84, 0.0929},	/* au_medicare */
	{64, 87, 0.0103},	/* br_cpf */
	{64, 90, 0.0108},	/* ar_cuit */
	{64, 92, 0.0974},	/* co_nit */
	{64, 95, 0.102},	/* do_cedula */
	{64, 97, 0.104},	/* ng_nin */
	{64, 103, 1},	/* bank_account */
	/* lv_personas_kods */
	{65, 5, 0.943},	/* phone */
	{65, 13, 0.667},	/* passport */
	{65, 18, 0.667},	/* us_drivers_licence */
	{65, 28, 0.0058},	/* no_fodselsnummer */
	{65, 32, 0.0021},	/* de_steuer_id */
	{65, 33, 0.667},	/* de_steuernummer */
	{65, 41, 0.0031},	/* be_nrn */
	{65, 50, 0.064},	/* gr_amka */
	{65, 57, 0.0298},	/* pl_pesel */
	{65, 62, 0.0682},	/* hr_oib */
	{65, 64, 0.00315},	/* ee_isikukood */
	{65, 65, 1},	/* lv_personas_kods */
	{65, 67, 0.0073},	/* ru_inn */
	{65, 68, 0.00635},	/* tr_tckn */
	{65, 84, 0.0402},	/* au_medicare */
	{65, 87, 0.0068},	/* br_cpf */
	{65, 90, 0.005},	/* ar_cuit */
	{65, 92, 0.0578},	/* co_nit */
	{65, 95, 0.0656},	/* do_cedula */
	{65, 97, 0.0682},	/* ng_nin */
	{65, 103, 0.667},	/* bank_account */
	/* ua_rnokpp */
	{66, 5, 1},	/* phone */
	{66, 13, 1},	/* passport */
	{66, 14, 1},	/* drivers_licence */
	{66, 18, 1},	/* us_drivers_licence */
	{66, 20, 0.0507},	/* us_npi */
	{66, 27, 0.00735},	/* se_personnummer */
	{66, 29, 0.065},	/* dk_cpr */
	{66, 31, 0.00235},	/* is_kennitala */
	{66, 33, 1},	/* de_steuernummer */
	{66, 37, 0.00415},	/* at_svnr */
	{66, 54, 0.0896},	/* gb_nhs */
	{66, 55, 0.135},	/* gb_utr */
	{66, 58, 0.0878},	/* pl_nip */
	{66, 59, 0.0088},	/* cz_rodne_cislo */
	{66, 61, 0.0112},	/* bg_egn */
	{66, 66, 1},	/* ua_rnokpp */
	{66, 67, 0.109},	/* ru_inn */
	{66, 84, 0.084},	/* au_medicare */
	{66, 92, 0.102},	/* co_nit */
	{66, 94, 0.0207},	/* ec_ci */
	{66, 103, 1},	/* bank_account */
	/* ru_inn */
	{67, 5, 0.476},	/* phone */
	{67, 14, 1},	/* drivers_licence */
	{67, 18, 1},	/* us_drivers_licence */
	{67, 45, 0.0104},	/* es_nuss */
	{67, 67, 1},	/* ru_inn */
	{67, 70, 0.0612},	/* in_aadhaar */
	{67, 74, 0.106},	/* jp_my_number */
	{67, 77, 0.0332},	/* my_nric */
	{67, 103, 1},	/* bank_account */
	/* tr_tckn */
	{68, 5, 0.975},	/* phone */
	{68, 13, 1},	/* passport */
	{68, 18, 1},	/* us_drivers_licence */
	{68, 28, 0.00125},	/* no_fodselsnummer */
	{68, 32, 0.0035},	/* de_steuer_id */
	{68, 33, 1},	/* de_steuernummer */
	{68, 41, 0.00135},	/* be_nrn */
	{68, 50, 0.0029},	/* gr_amka */
	{68, 57, 0.0164},	/* pl_pesel */
	{68, 62, 0.1},	/* hr_oib */
	{68, 64, 0.0021},	/* ee_isikukood */
	{68, 65, 0.00955},	/* lv_personas_kods */
	{68, 67, 0.0112},	/* ru_inn */
	{68, 68, 1},	/* tr_tckn */
	{68, 84, 0.0457},	/* au_medicare */
	{68, 87, 0.0123},	/* br_cpf */
	{68, 90, 0.0071},	/* ar_cuit */
	{68, 92, 0.0894},	/* co_nit */
	{68, 95, 0.0975},	/* do_cedula */
	{68, 97, 0.101},	/* ng_nin */
	{68, 103, 1},	/* bank_account */
	/* il_id */
	{69, 5, 0.978},	/* phone */
	{69, 13, 1},	/* passport */
	{69, 15, 0.989},	/* us_ssn */
	{69, 17, 0.777},	/* us_ein */
	{69, 18, 1},	/* us_drivers_licence */
	{69, 22, 0.0871},	/* nl_bsn */
	{69, 46, 0.0751},	/* pt_nif */
	{69, 51, 0.101},	/* gr_afm */
	{69, 59, 0.0715},	/* cz_rodne_cislo */
	{69, 69, 1},	/* il_id */
	{69, 83, 0.0921},	/* au_tfn */
	{69, 85, 0.0343},	/* nz_ird */
	{69, 86, 0.754},	/* ca_sin */
	{69, 91, 0.0701},	/* cl_rut */
	{69, 92, 0.0739},	/* co_nit */
	{69, 93, 0.103},	/* pe_dni */
	{69, 103, 1},	/* bank_account */
	{69, 104, 0.0644},	/* us_aba */
	/* in_aadhaar */
	{70, 5, 0.083},	/* phone */
	{70, 14, 0.502},	/* drivers_licence */
	{70, 18, 0.502},	/* us_drivers_licence */
	{70, 45, 0.00495},	/* es_nuss */
	{70, 67, 0.0044},	/* ru_inn */
	{70, 70, 1},	/* in_aadhaar */
	{70, 74, 0.0954},	/* jp_my_number */
	{70, 77, 0.0152},	/* my_nric */
	{70, 103, 0.502},	/* bank_account */
	/* in_pan */
	{71, 71, 1},	/* in_pan */
	/* in_epic */
	{72, 13, 1},	/* passport */
	{72, 36, 0.0277},	/* de_ausweis */
	{72, 72, 1},	/* in_epic */
	/* cn_ric */
	{73, 73, 1},	/* cn_ric */
	{73, 103, 0.912},	/* bank_account */
	/* jp_my_number */
	{74, 5, 0.16},	/* phone */
	{74, 14, 0.501},	/* drivers_licence */
	{74, 18, 0.501},	/* us_drivers_licence */
	{74, 45, 0.00515},	/* es_nuss */
	{74, 67, 0.0049},	/* ru_inn */
	{74, 70, 0.0799},	/* in_aadhaar */
	{74, 74, 1},	/* jp_my_number */
	{74, 77, 0.0167},	/* my_nric */
	{74, 103, 0.501},	/* bank_account */
	/* kr_rrn */
	{75, 5, 0.0611},	/* phone */
	{75, 18, 0.503},	/* us_drivers_licence */
	{75, 33, 0.0839},	/* de_steuernummer */
	{75, 40, 0.0006},	/* fr_spi */
	{75, 60, 0.0021},	/* ro_cnp */
	{75, 63, 0.00305},	/* jmbg */
	{75, 75, 1},	/* kr_rrn */
	{75, 78, 0.0461},	/* th_id */
	{75, 80, 0.431},	/* pk_cnic */
	{75, 96, 0.0152},	/* za_id */
	{75, 99, 0.00205},	/* payment_card */
	{75, 103, 0.503},	/* bank_account */
	/* sg_nric */
	{76, 13, 1},	/* passport */
	{76, 36, 0.598},	/* de_ausweis */
	{76, 43, 0.00805},	/* es_dni */
	{76, 76, 1},	/* sg_nric */
	/* my_nric */
	{77, 5, 0.123},	/* phone */
	{77, 14, 0.498},	/* drivers_licence */
	{77, 18, 0.498},	/* us_drivers_licence */
	{77, 45, 0.0049},	/* es_nuss */
	{77, 67, 0.0056},	/* ru_inn */
	{77, 70, 0.0387},	/* in_aadhaar */
	{77, 74, 0.05},	/* jp_my_number */
	{77, 77, 1},	/* my_nric */
	{77, 103, 0.498},	/* bank_account */
	/* th_id */
	{78, 5, 0.0114},	/* phone */
	{78, 18, 0.502},	/* us_drivers_licence */
	{78, 33, 0.0164},	/* de_steuernummer */
	{78, 60, 0.00085},	/* ro_cnp */
	{78, 75, 0.00325},	/* kr_rrn */
	{78, 78, 1},	/* th_id */
	{78, 80, 0.442},	/* pk_cnic */
	{78, 96, 0.00055},	/* za_id */
	{78, 99, 0.0075},	/* payment_card */
	{78, 103, 0.502},	/* bank_account */
	/* id_nik */
	{79, 18, 1},	/* us_drivers_licence */
	{79, 79, 1},	/* id_nik */
	{79, 99, 0.0118},	/* payment_card */
	{79, 103, 1},	/* bank_account */
	/* pk_cnic */
	{80, 5, 0.0143},	/* phone */
	{80, 18, 0.504},	/* us_drivers_licence */
	{80, 33, 0.0162},	/* de_steuernummer */
	{80, 60, 0.00055},	/* ro_cnp */
	{80, 75, 0.00295},	/* kr_rrn */
	{80, 78, 0.0498},	/* th_id */
	{80, 80, 1},	/* pk_cnic */
	{80, 99, 0.007},	/* payment_card */
	{80, 103, 0.504},	/* bank_account */
	/* tw_id */
	{81, 18, 1},	/* us_drivers_licence */
	{81, 35, 0.101},	/* de_kvnr */
	{81, 36, 0.0635},	/* de_ausweis */
	{81, 81, 1},	/* tw_id */
	/* hk_id */
	{82, 13, 0.472},	/* passport */
	{82, 18, 0.495},	/* us_drivers_licence */
	{82, 21, 0.0155},	/* us_dea */
	{82, 23, 0.206},	/* nl_id_document */
	{82, 36, 0.0983},	/* de_ausweis */
	{82, 49, 0.224},	/* it_id_card */
	{82, 53, 0.0133},	/* gb_nino */
	{82, 82, 1},	/* hk_id */
	/* au_tfn */
	{83, 5, 0.989},	/* phone */
	{83, 13, 0.497},	/* passport */
	{83, 15, 0.442},	/* us_ssn */
	{83, 16, 0.0203},	/* us_itin */
	{83, 17, 0.411},	/* us_ein */
	{83, 18, 1},	/* us_drivers_licence */
	{83, 22, 0.0914},	/* nl_bsn */
	{83, 46, 0.0784},	/* pt_nif */
	{83, 51, 0.101},	/* gr_afm */
	{83, 59, 0.0278},	/* cz_rodne_cislo */
	{83, 69, 0.0512},	/* il_id */
	{83, 83, 1},	/* au_tfn */
	{83, 85, 0.0138},	/* nz_ird */
	{83, 86, 0.0792},	/* ca_sin */
	{83, 91, 0.041},	/* cl_rut */
	{83, 92, 0.0442},	/* co_nit */
	{83, 93, 0.0484},	/* pe_dni */
	{83, 103, 0.497},	/* bank_account */
	{83, 104, 0.0195},	/* us_aba */
	/* au_medicare */
	{84, 5, 0.501},	/* phone */
	{84, 13, 0.502},	/* passport */
	{84, 14, 0.502},	/* drivers_licence */
	{84, 18, 0.502},	/* us_drivers_licence */
	{84, 20, 0.0111},	/* us_npi */
	{84, 27, 0.004},	/* se_personnummer */
	{84, 29, 0.0114},	/* dk_cpr */
	{84, 31, 0.00055},	/* is_kennitala */
	{84, 33, 0.502},	/* de_steuernummer */
	{84, 37, 0.00175},	/* at_svnr */
	{84, 54, 0.0449},	/* gb_nhs */
	{84, 55, 0.056},	/* gb_utr */
	{84, 58, 0.0446},	/* pl_nip */
	{84, 59, 0.0029},	/* cz_rodne_cislo */
	{84, 61, 0.00415},	/* bg_egn */
	{84, 66, 0.0267},	/* ua_rnokpp */
	{84, 67, 0.044},	/* ru_inn */
	{84, 84, 1},	/* au_medicare */
	{84, 92, 0.0491},	/* co_nit */
	{84, 94, 0.0043},	/* ec_ci */
	{84, 103, 0.502},	/* bank_account */
	/* nz_ird */
	{85, 5, 0.714},	/* phone */
	{85, 13, 0.668},	/* passport */
	{85, 15, 0.329},	/* us_ssn */
	{85, 17, 0.333},	/* us_ein */
	{85, 18, 0.668},	/* us_drivers_licence */
	{85, 22, 0.0617},	/* nl_bsn */
	{85, 46, 0.0095},	/* pt_nif */
	{85, 51, 0.0325},	/* gr_afm */
	{85, 59, 0.0217},	/* cz_rodne_cislo */
	{85, 69, 0.0693},	/* il_id */
	{85, 83, 0.0692},	/* au_tfn */
	{85, 85, 1},	/* nz_ird */
	{85, 86, 0.0386},	/* ca_sin */
	{85, 91, 0.614},	/* cl_rut */
	{85, 92, 0.0645},	/* co_nit */
	{85, 93, 0.338},	/* pe_dni */
	{85, 103, 0.668},	/* bank_account */
	{85, 104, 0.0204},	/* us_aba */
	/* ca_sin */
	{86, 5, 1},	/* phone */
	{86, 13, 0.501},	/* passport */
	{86, 15, 0.434},	/* us_ssn */
	{86, 16, 0.0278},	/* us_itin */
	{86, 17, 0.424},	/* us_ein */
	{86, 18, 1},	/* us_drivers_licence */
	{86, 22, 0.0936},	/* nl_bsn */
	{86, 46, 0.0866},	/* pt_nif */
	{86, 51, 0.0971},	/* gr_afm */
	{86, 59, 0.0266},	/* cz_rodne_cislo */
	{86, 69, 0.501},	/* il_id */
	{86, 83, 0.0877},	/* au_tfn */
	{86, 85, 0.00655},	/* nz_ird */
	{86, 86, 1},	/* ca_sin */
	{86, 91, 0.0456},	/* cl_rut */
	{86, 92, 0.0488},	/* co_nit */
	{86, 93, 0.0506},	/* pe_dni */
	{86, 103, 0.501},	/* bank_account */
	{86, 104, 0.0175},	/* us_aba */
	/* br_cpf */
	{87, 5, 0.492},	/* phone */
	{87, 13, 0.508},	/* passport */
	{87, 18, 0.508},	/* us_drivers_licence */
	{87, 28, 0.0006},	/* no_fodselsnummer */
	{87, 32, 0.0023},	/* de_steuer_id */
	{87, 33, 0.508},	/* de_steuernummer */
	{87, 41, 0.0009},	/* be_nrn */
	{87, 50, 0.0016},	/* gr_amka */
	{87, 57, 0.005},	/* pl_pesel */
	{87, 62, 0.0529},	/* hr_oib */
	{87, 64, 0.00075},	/* ee_isikukood */
	{87, 65, 0.0053},	/* lv_personas_kods */
	{87, 67, 0.0046},	/* ru_inn */
	{87, 68, 0.0052},	/* tr_tckn */
	{87, 84, 0.0215},	/* au_medicare */
	{87, 87, 1},	/* br_cpf */
	{87, 90, 0.0033},	/* ar_cuit */
	{87, 92, 0.0441},	/* co_nit */
	{87, 95, 0.0531},	/* do_cedula */
	{87, 97, 0.0514},	/* ng_nin */
	{87, 103, 0.508},	/* bank_account */
	/* mx_curp */
	{88, 88, 1},	/* mx_curp */
	/* mx_rfc */
	{89, 89, 1},	/* mx_rfc */
	/* ar_cuit */
	{90, 5, 0.486},	/* phone */
	{90, 13, 0.504},	/* passport */
	{90, 18, 0.504},	/* us_drivers_licence */
	{90, 28, 0.0119},	/* no_fodselsnummer */
	{90, 32, 0.0021},	/* de_steuer_id */
	{90, 33, 0.504},	/* de_steuernummer */
	{90, 41, 0.00115},	/* be_nrn */
	{90, 50, 0.00485},	/* gr_amka */
	{90, 57, 0.0054},	/* pl_pesel */
	{90, 62, 0.0541},	/* hr_oib */
	{90, 64, 0.00125},	/* ee_isikukood */
	{90, 65, 0.01},	/* lv_personas_kods */
	{90, 67, 0.005},	/* ru_inn */
	{90, 68, 0.00505},	/* tr_tckn */
	{90, 84, 0.0461},	/* au_medicare */
	{90, 87, 0.0054},	/* br_cpf */
	{90, 90, 1},	/* ar_cuit */
	{90, 92, 0.05},	/* co_nit */
	{90, 95, 0.0515},	/* do_cedula */
	{90, 97, 0.0528},	/* ng_nin */
	{90, 103, 0.504},	/* bank_account */
	/* cl_rut */
	{91, 5, 0.3},	/* phone */
	{91, 13, 0.315},	/* passport */
	{91, 15, 0.129},	/* us_ssn */
	{91, 16, 0.00735},	/* us_itin */
	{91, 17, 0.128},	/* us_ein */
	{91, 18, 0.315},	/* us_drivers_licence */
	{91, 22, 0.0276},	/* nl_bsn */
	{91, 43, 0.0027},	/* es_dni */
	{91, 46, 0.0134},	/* pt_nif */
	{91, 51, 0.0147},	/* gr_afm */
	{91, 52, 0.0013},	/* ie_pps */
	{91, 59, 0.00755},	/* cz_rodne_cislo */
	{91, 69, 0.0596},	/* il_id */
	{91, 83, 0.0265},	/* au_tfn */
	{91, 85, 0.16},	/* nz_ird */
	{91, 86, 0.0119},	/* ca_sin */
	{91, 91, 1},	/* cl_rut */
	{91, 92, 0.091},	/* co_nit */
	{91, 93, 0.152},	/* pe_dni */
	{91, 103, 0.3},	/* bank_account */
	{91, 104, 0.0042},	/* us_aba */
	/* co_nit */
	{92, 5, 0.334},	/* phone */
	{92, 13, 0.334},	/* passport */
	{92, 14, 0.334},	/* drivers_licence */
	{92, 18, 0.334},	/* us_drivers_licence */
	{92, 20, 0.00705},	/* us_npi */
	{92, 27, 0.00195},	/* se_personnummer */
	{92, 29, 0.0086},	/* dk_cpr */
	{92, 33, 0.334},	/* de_steuernummer */
	{92, 37, 0.0015},	/* at_svnr */
	{92, 54, 0.0301},	/* gb_nhs */
	{92, 55, 0.0364},	/* gb_utr */
	{92, 58, 0.0304},	/* pl_nip */
	{92, 59, 0.00315},	/* cz_rodne_cislo */
	{92, 61, 0.00265},	/* bg_egn */
	{92, 66, 0.0141},	/* ua_rnokpp */
	{92, 67, 0.031},	/* ru_inn */
	{92, 84, 0.018},	/* au_medicare */
	{92, 92, 1},	/* co_nit */
	{92, 94, 0.00405},	/* ec_ci */
	{92, 103, 0.334},	/* bank_account */
	/* pe_dni */
	{93, 5, 0.498},	/* phone */
	{93, 13, 0.503},	/* passport */
	{93, 15, 0.144},	/* us_ssn */
	{93, 16, 0.00715},	/* us_itin */
	{93, 17, 0.133},	/* us_ein */
	{93, 18, 0.503},	/* us_drivers_licence */
	{93, 22, 0.0454},	/* nl_bsn */
	{93, 43, 0.0072},	/* es_dni */
	{93, 46, 0.0127},	/* pt_nif */
	{93, 51, 0.015},	/* gr_afm */
	{93, 59, 0.0083},	/* cz_rodne_cislo */
	{93, 69, 0.0804},	/* il_id */
	{93, 83, 0.0474},	/* au_tfn */
	{93, 85, 0.0323},	/* nz_ird */
	{93, 86, 0.0114},	/* ca_sin */
	{93, 91, 0.0293},	/* cl_rut */
	{93, 92, 0.0788},	/* co_nit */
	{93, 93, 1},	/* pe_dni */
	{93, 103, 0.503},	/* bank_account */
	{93, 104, 0.007},	/* us_aba */
	/* ec_ci */
	{94, 5, 1},	/* phone */
	{94, 13, 1},	/* passport */
	{94, 14, 1},	/* drivers_licence */
	{94, 18, 1},	/* us_drivers_licence */
	{94, 27, 0.121},	/* se_personnummer */
	{94, 29, 0.18},	/* dk_cpr */
	{94, 31, 0.0055},	/* is_kennitala */
	{94, 33, 1},	/* de_steuernummer */
	{94, 37, 0.0028},	/* at_svnr */
	{94, 54, 0.0912},	/* gb_nhs */
	{94, 55, 0.122},	/* gb_utr */
	{94, 58, 0.0912},	/* pl_nip */
	{94, 59, 0.0149},	/* cz_rodne_cislo */
	{94, 61, 0.0173},	/* bg_egn */
	{94, 66, 0.0999},	/* ua_rnokpp */
	{94, 67, 0.102},	/* ru_inn */
	{94, 84, 0.0283},	/* au_medicare */
	{94, 92, 0.0647},	/* co_nit */
	{94, 94, 1},	/* ec_ci */
	{94, 103, 1},	/* bank_account */
	/* do_cedula */
	{95, 5, 0.486},	/* phone */
	{95, 13, 0.502},	/* passport */
	{95, 18, 0.502},	/* us_drivers_licence */
	{95, 32, 0.002},	/* de_steuer_id */
	{95, 33, 0.502},	/* de_steuernummer */
	{95, 41, 0.00085},	/* be_nrn */
	{95, 50, 0.0182},	/* gr_amka */
	{95, 57, 0.0047},	/* pl_pesel */
	{95, 62, 0.0495},	/* hr_oib */
	{95, 64, 0.00085},	/* ee_isikukood */
	{95, 65, 0.0044},	/* lv_personas_kods */
	{95, 67, 0.0046},	/* ru_inn */
	{95, 68, 0.00465},	/* tr_tckn */
	{95, 84, 0.0216},	/* au_medicare */
	{95, 87, 0.0047},	/* br_cpf */
	{95, 90, 0.0032},	/* ar_cuit */
	{95, 92, 0.044},	/* co_nit */
	{95, 95, 1},	/* do_cedula */
	{95, 97, 0.0488},	/* ng_nin */
	{95, 103, 0.502},	/* bank_account */
	/* za_id */
	{96, 5, 0.0867},	/* phone */
	{96, 18, 1},	/* us_drivers_licence */
	{96, 33, 0.112},	/* de_steuernummer */
	{96, 40, 0.00115},	/* fr_spi */
	{96, 60, 0.00295},	/* ro_cnp */
	{96, 63, 0.00275},	/* jmbg */
	{96, 75, 0.153},	/* kr_rrn */
	{96, 78, 0.0817},	/* th_id */
	{96, 80, 0.7},	/* pk_cnic */
	{96, 96, 1},	/* za_id */
	{96, 99, 0.102},	/* payment_card */
	{96, 103, 1},	/* bank_account */
	/* ng_nin */
	{97, 5, 0.974},	/* phone */
	{97, 13, 1},	/* passport */
	{97, 18, 1},	/* us_drivers_licence */
	{97, 28, 0.0018},	/* no_fodselsnummer */
	{97, 32, 0.00385},	/* de_steuer_id */
	{97, 33, 1},	/* de_steuernummer */
	{97, 41, 0.002},	/* be_nrn */
	{97, 50, 0.0026},	/* gr_amka */
	{97, 57, 0.0085},	/* pl_pesel */
	{97, 62, 0.0989},	/* hr_oib */
	{97, 64, 0.00175},	/* ee_isikukood */
	{97, 65, 0.00965},	/* lv_personas_kods */
	{97, 67, 0.00925},	/* ru_inn */
	{97, 68, 0.0092},	/* tr_tckn */
	{97, 84, 0.0488},	/* au_medicare */
	{97, 87, 0.00965},	/* br_cpf */
	{97, 90, 0.0068},	/* ar_cuit */
	{97, 92, 0.0978},	/* co_nit */
	{97, 95, 0.0984},	/* do_cedula */
	{97, 97, 1},	/* ng_nin */
	{97, 103, 1},	/* bank_account */
	/* vat_id */
	{98, 14, 0.307},	/* drivers_licence */
	{98, 98, 0},	/* vat_id */
	/* payment_card */
	{99, 18, 0.6},	/* us_drivers_licence */
	{99, 39, 0.00155},	/* fr_nir */
	{99, 79, 0.0138},	/* id_nik */
	{99, 99, 1},	/* payment_card */
	{99, 103, 0.799},	/* bank_account */
	/* card_cvv */
	{100, 100, 0},	/* card_cvv */
	/* card_expiry */
	{101, 101, 1},	/* card_expiry */
	/* iban */
	{102, 102, 1},	/* iban */
	/* bank_account */
	{103, 5, 0.371},	/* phone */
	{103, 13, 0.335},	/* passport */
	{103, 14, 0.231},	/* drivers_licence */
	{103, 15, 0.0896},	/* us_ssn */
	{103, 16, 0.00425},	/* us_itin */
	{103, 17, 0.0844},	/* us_ein */
	{103, 18, 0.401},	/* us_drivers_licence */
	{103, 20, 0.00315},	/* us_npi */
	{103, 22, 0.0099},	/* nl_bsn */
	{103, 27, 0.00085},	/* se_personnummer */
	{103, 29, 0.006},	/* dk_cpr */
	{103, 33, 0.234},	/* de_steuernummer */
	{103, 37, 0.0006},	/* at_svnr */
	{103, 45, 0.00085},	/* es_nuss */
	{103, 46, 0.00915},	/* pt_nif */
	{103, 51, 0.0109},	/* gr_afm */
	{103, 54, 0.0154},	/* gb_nhs */
	{103, 55, 0.0171},	/* gb_utr */
	{103, 57, 0.00055},	/* pl_pesel */
	{103, 58, 0.014},	/* pl_nip */
	{103, 59, 0.00665},	/* cz_rodne_cislo */
	{103, 61, 0.00075},	/* bg_egn */
	{103, 62, 0.0069},	/* hr_oib */
	{103, 65, 0.0006},	/* lv_personas_kods */
	{103, 66, 0.00895},	/* ua_rnokpp */
	{103, 67, 0.0181},	/* ru_inn */
	{103, 68, 0.0008},	/* tr_tckn */
	{103, 69, 0.00935},	/* il_id */
	{103, 70, 0.0048},	/* in_aadhaar */
	{103, 74, 0.00665},	/* jp_my_number */
	{103, 77, 0.0023},	/* my_nric */
	{103, 83, 0.00935},	/* au_tfn */
	{103, 84, 0.0101},	/* au_medicare */
	{103, 85, 0.0018},	/* nz_ird */
	{103, 86, 0.0072},	/* ca_sin */
	{103, 87, 0.00075},	/* br_cpf */
	{103, 91, 0.00855},	/* cl_rut */
	{103, 92, 0.0273},	/* co_nit */
	{103, 93, 0.0097},	/* pe_dni */
	{103, 94, 0.00305},	/* ec_ci */
	{103, 95, 0.00655},	/* do_cedula */
	{103, 97, 0.00705},	/* ng_nin */
	{103, 103, 1},	/* bank_account */
	{103, 104, 0.0038},	/* us_aba */
	/* us_aba */
	{104, 5, 1},	/* phone */
	{104, 13, 1},	/* passport */
	{104, 15, 0.991},	/* us_ssn */
	{104, 17, 0.86},	/* us_ein */
	{104, 18, 1},	/* us_drivers_licence */
	{104, 22, 0.0895},	/* nl_bsn */
	{104, 46, 0.0734},	/* pt_nif */
	{104, 51, 0.102},	/* gr_afm */
	{104, 59, 0.0742},	/* cz_rodne_cislo */
	{104, 69, 0.102},	/* il_id */
	{104, 83, 0.0934},	/* au_tfn */
	{104, 85, 0.0488},	/* nz_ird */
	{104, 86, 0.0764},	/* ca_sin */
	{104, 91, 0.0676},	/* cl_rut */
	{104, 92, 0.0756},	/* co_nit */
	{104, 93, 0.0989},	/* pe_dni */
	{104, 103, 1},	/* bank_account */
	{104, 104, 1},	/* us_aba */
	/* bic */
	{105, 14, 0.117},	/* drivers_licence */
	{105, 105, 1},	/* bic */
	/* crypto_wallet */
	{106, 106, 0},	/* crypto_wallet */
	/* income */
	{107, 18, 1},	/* us_drivers_licence */
	{107, 69, 0.097},	/* il_id */
	{107, 107, 0},	/* income */
	/* imei */
	{111, 5, 0.0023},	/* phone */
	{111, 39, 0.00275},	/* fr_nir */
	{111, 103, 0.502},	/* bank_account */
	{111, 111, 1},	/* imei */
	/* imsi */
	{112, 39, 0.00915},	/* fr_nir */
	{112, 103, 1},	/* bank_account */
	{112, 112, 0},	/* imsi */
	/* iccid */
	{113, 103, 0.00505},	/* bank_account */
	{113, 113, 0},	/* iccid */
	/* meid */
	{114, 18, 0.0012},	/* us_drivers_licence */
	{114, 99, 0.0072},	/* payment_card */
	{114, 103, 0.504},	/* bank_account */
	{114, 114, 0},	/* meid */
	/* mac */
	{115, 115, 1},	/* mac */
	/* device_id */
	{116, 116, 0},	/* device_id */
	/* ip_address */
	{118, 118, 1},	/* ip_address */
	/* url */
	{119, 119, 0},	/* url */
	/* username */
	{120, 13, 0.0203},	/* passport */
	{120, 18, 0.0165},	/* us_drivers_licence */
	{120, 23, 0.0401},	/* nl_id_document */
	{120, 26, 0.0109},	/* nl_kenteken */
	{120, 36, 0.003},	/* de_ausweis */
	{120, 120, 0},	/* username */
	/* social_handle */
	{121, 121, 0},	/* social_handle */
	/* user_agent */
	{122, 122, 0},	/* user_agent */
	/* cookie_id */
	{123, 123, 0},	/* cookie_id */
	/* password */
	{124, 124, 0},	/* password */
	/* password_hash */
	{125, 125, 0},	/* password_hash */
	/* pin */
	{128, 18, 1},	/* us_drivers_licence */
	{128, 101, 0.0505},	/* card_expiry */
	{128, 128, 0},	/* pin */
	/* api_secret */
	{129, 129, 0},	/* api_secret */
	/* jwt */
	{130, 130, 0},	/* jwt */
	/* private_key */
	{131, 131, 0},	/* private_key */
	/* otp_secret */
	{132, 132, 0},	/* otp_secret */
	/* vin */
	{133, 133, 1},	/* vin */
	/* license_plate */
	{134, 134, 0},	/* license_plate */
	/* de_kennzeichen */
	{135, 26, 0.0153},	/* nl_kenteken */
	{135, 135, 0},	/* de_kennzeichen */
	/* gb_plate */
	{136, 136, 0},	/* gb_plate */
	/* se_regnr */
	{137, 26, 0.133},	/* nl_kenteken */
	{137, 137, 0},	/* se_regnr */
	/* fr_plaque */
	{138, 26, 0.152},	/* nl_kenteken */
	{138, 138, 0},	/* fr_plaque */
	/* es_matricula */
	{139, 139, 0},	/* es_matricula */
	/* it_targa */
	{140, 140, 0},	/* it_targa */
	/* geo_point */
	{141, 141, 0},	/* geo_point */
	/* latitude */
	{142, 142, 0},	/* latitude */
	/* longitude */
	{143, 143, 0},	/* longitude */
	/* birth_date */
	{144, 5, 0.334},	/* phone */
	{144, 13, 0.334},	/* passport */
	{144, 18, 0.444},	/* us_drivers_licence */
	{144, 22, 0.0306},	/* nl_bsn */
	{144, 69, 0.0354},	/* il_id */
	{144, 83, 0.0302},	/* au_tfn */
	{144, 85, 0.0283},	/* nz_ird */
	{144, 91, 0.0261},	/* cl_rut */
	{144, 92, 0.0332},	/* co_nit */
	{144, 93, 0.334},	/* pe_dni */
	{144, 103, 0.334},	/* bank_account */
	{144, 144, 1},	/* birth_date */
	/* birth_place */
	{145, 145, 0},	/* birth_place */
	/* gender */
	{147, 147, 0},	/* gender */
	/* nationality */
	{148, 148, 0},	/* nationality */
	/* marital_status */
	{149, 149, 0},	/* marital_status */
	/* language */
	{150, 150, 0},	/* language */
	/* occupation */
	{152, 152, 0},	/* occupation */
	/* employer */
	{153, 153, 0},	/* employer */
	/* photo */
	{154, 154, 0},	/* photo */
	/* health_condition */
	{156, 156, 0},	/* health_condition */
	/* medication */
	{157, 5, 0.255},	/* phone */
	{157, 104, 0.0022},	/* us_aba */
	{157, 157, 0},	/* medication */
	/* blood_type */
	{158, 158, 0},	/* blood_type */
	/* genetic */
	{166, 13, 0.328},	/* passport */
	{166, 18, 0.328},	/* us_drivers_licence */
	{166, 21, 0.0167},	/* us_dea */
	{166, 23, 0.168},	/* nl_id_document */
	{166, 49, 0.168},	/* it_id_card */
	{166, 53, 0.16},	/* gb_nino */
	{166, 82, 0.0165},	/* hk_id */
	{166, 166, 0},	/* genetic */
	/* free_text */
	{169, 169, 0},	/* free_text */
	/* org_number */
	{171, 5, 0.657},	/* phone */
	{171, 13, 0.499},	/* passport */
	{171, 15, 0.146},	/* us_ssn */
	{171, 16, 0.0079},	/* us_itin */
	{171, 17, 0.137},	/* us_ein */
	{171, 18, 0.667},	/* us_drivers_licence */
	{171, 22, 0.0299},	/* nl_bsn */
	{171, 27, 0.001},	/* se_personnummer */
	{171, 29, 0.0048},	/* dk_cpr */
	{171, 32, 0.00055},	/* de_steuer_id */
	{171, 33, 0.169},	/* de_steuernummer */
	{171, 46, 0.0122},	/* pt_nif */
	{171, 50, 0.00065},	/* gr_amka */
	{171, 51, 0.0163},	/* gr_afm */
	{171, 57, 0.0017},	/* pl_pesel */
	{171, 59, 0.0106},	/* cz_rodne_cislo */
	{171, 61, 0.00085},	/* bg_egn */
	{171, 62, 0.0176},	/* hr_oib */
	{171, 65, 0.00145},	/* lv_personas_kods */
	{171, 67, 0.0022},	/* ru_inn */
	{171, 68, 0.0019},	/* tr_tckn */
	{171, 69, 0.0338},	/* il_id */
	{171, 83, 0.0297},	/* au_tfn */
	{171, 84, 0.00735},	/* au_medicare */
	{171, 85, 0.0176},	/* nz_ird */
	{171, 86, 0.0134},	/* ca_sin */
	{171, 87, 0.0019},	/* br_cpf */
	{171, 90, 0.0012},	/* ar_cuit */
	{171, 91, 0.0282},	/* cl_rut */
	{171, 92, 0.0442},	/* co_nit */
	{171, 93, 0.18},	/* pe_dni */
	{171, 95, 0.0163},	/* do_cedula */
	{171, 97, 0.0164},	/* ng_nin */
	{171, 99, 0.0007},	/* payment_card */
	{171, 103, 0.667},	/* bank_account */
	{171, 104, 0.00635},	/* us_aba */
	{171, 171, 0},	/* org_number */
	/* tax_id */
	{172, 5, 0.982},	/* phone */
	{172, 13, 1},	/* passport */
	{172, 14, 0.339},	/* drivers_licence */
	{172, 15, 0.294},	/* us_ssn */
	{172, 16, 0.0127},	/* us_itin */
	{172, 17, 0.27},	/* us_ein */
	{172, 18, 1},	/* us_drivers_licence */
	{172, 20, 0.00745},	/* us_npi */
	{172, 22, 0.0311},	/* nl_bsn */
	{172, 27, 0.00265},	/* se_personnummer */
	{172, 28, 0.0007},	/* no_fodselsnummer */
	{172, 29, 0.0124},	/* dk_cpr */
	{172, 31, 0.0005},	/* is_kennitala */
	{172, 32, 0.0009},	/* de_steuer_id */
	{172, 33, 0.673},	/* de_steuernummer */
	{172, 37, 0.00115},	/* at_svnr */
	{172, 41, 0.0006},	/* be_nrn */
	{172, 46, 0.0232},	/* pt_nif */
	{172, 50, 0.0014},	/* gr_amka */
	{172, 51, 0.0308},	/* gr_afm */
	{172, 54, 0.0307},	/* gb_nhs */
	{172, 55, 0.0345},	/* gb_utr */
	{172, 57, 0.0031},	/* pl_pesel */
	{172, 58, 0.0309},	/* pl_nip */
	{172, 59, 0.0207},	/* cz_rodne_cislo */
	{172, 61, 0.0031},	/* bg_egn */
	{172, 62, 0.0338},	/* hr_oib */
	{172, 65, 0.0029},	/* lv_personas_kods */
	{172, 66, 0.0164},	/* ua_rnokpp */
	{172, 67, 0.0374},	/* ru_inn */
	{172, 68, 0.003},	/* tr_tckn */
	{172, 69, 0.0315},	/* il_id */
	{172, 83, 0.0305},	/* au_tfn */
	{172, 84, 0.0299},	/* au_medicare */
	{172, 85, 0.00545},	/* nz_ird */
	{172, 86, 0.0254},	/* ca_sin */
	{172, 87, 0.0037},	/* br_cpf */
	{172, 90, 0.002},	/* ar_cuit */
	{172, 91, 0.0274},	/* cl_rut */
	{172, 92, 0.0897},	/* co_nit */
	{172, 93, 0.0313},	/* pe_dni */
	{172, 94, 0.0055},	/* ec_ci */
	{172, 95, 0.0336},	/* do_cedula */
	{172, 97, 0.0332},	/* ng_nin */
	{172, 103, 1},	/* bank_account */
	{172, 104, 0.012},	/* us_aba */
	{172, 172, 0},	/* tax_id */
};

const int	bv_pass_rate_count = sizeof(bv_pass_rates) / sizeof(bv_pass_rates[0]);
