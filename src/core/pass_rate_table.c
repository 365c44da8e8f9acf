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
	/* fax */
	{6, 5, 1},	/* phone */
	{6, 6, 0},	/* fax */
	/* address */
	{7, 7, 0},	/* address */
	/* postcode */
	{8, 5, 0.242},	/* phone */
	{8, 8, 0},	/* postcode */
	{8, 26, 0.0508},	/* nl_kenteken */
	/* city */
	{9, 9, 0},	/* city */
	/* region */
	{10, 10, 0},	/* region */
	/* country */
	{11, 11, 0},	/* country */
	/* passport */
	{13, 5, 0.166},	/* phone */
	{13, 13, 0},	/* passport */
	{13, 15, 0.15},	/* us_ssn */
	{13, 22, 0.015},	/* nl_bsn */
	/* drivers_licence */
	{14, 5, 0.238},	/* phone */
	{14, 14, 0},	/* drivers_licence */
	{14, 15, 0.0763},	/* us_ssn */
	{14, 22, 0.015},	/* nl_bsn */
	/* us_ssn */
	{15, 5, 0.502},	/* phone */
	{15, 15, 1},	/* us_ssn */
	{15, 22, 0.0457},	/* nl_bsn */
	/* us_itin */
	{16, 5, 0.491},	/* phone */
	{16, 16, 0},	/* us_itin */
	{16, 22, 0.0439},	/* nl_bsn */
	/* us_ein */
	{17, 5, 0.99},	/* phone */
	{17, 15, 0.44},	/* us_ssn */
	{17, 17, 0},	/* us_ein */
	{17, 22, 0.046},	/* nl_bsn */
	/* us_drivers_licence */
	{18, 5, 0.376},	/* phone */
	{18, 15, 0.177},	/* us_ssn */
	{18, 18, 0},	/* us_drivers_licence */
	{18, 22, 0.0364},	/* nl_bsn */
	/* us_mbi */
	{19, 19, 0},	/* us_mbi */
	/* us_npi */
	{20, 5, 1},	/* phone */
	{20, 20, 0},	/* us_npi */
	{20, 27, 0.0066},	/* se_personnummer */
	/* us_dea */
	{21, 21, 0},	/* us_dea */
	/* nl_bsn */
	{22, 5, 0.989},	/* phone */
	{22, 15, 0.591},	/* us_ssn */
	{22, 22, 1},	/* nl_bsn */
	/* nl_id_document */
	{23, 23, 0},	/* nl_id_document */
	/* nl_rijbewijs */
	{24, 5, 1},	/* phone */
	{24, 24, 0},	/* nl_rijbewijs */
	{24, 27, 0.0074},	/* se_personnummer */
	/* nl_kvk */
	{25, 5, 0.897},	/* phone */
	{25, 22, 0.0947},	/* nl_bsn */
	{25, 25, 0},	/* nl_kvk */
	/* nl_kenteken */
	{26, 26, 1},	/* nl_kenteken */
	/* se_personnummer */
	{27, 5, 0.745},	/* phone */
	{27, 27, 1},	/* se_personnummer */
	/* no_fodselsnummer */
	{28, 5, 0.741},	/* phone */
	{28, 28, 0},	/* no_fodselsnummer */
	/* dk_cpr */
	{29, 5, 1},	/* phone */
	{29, 27, 0.0618},	/* se_personnummer */
	{29, 29, 0},	/* dk_cpr */
	/* fi_hetu */
	{30, 5, 0.142},	/* phone */
	{30, 27, 0.00865},	/* se_personnummer */
	{30, 30, 0},	/* fi_hetu */
	/* is_kennitala */
	{31, 5, 1},	/* phone */
	{31, 27, 0.062},	/* se_personnummer */
	{31, 31, 0},	/* is_kennitala */
	/* de_steuer_id */
	{32, 5, 0.364},	/* phone */
	{32, 32, 0},	/* de_steuer_id */
	/* de_steuernummer */
	{33, 5, 0.25},	/* phone */
	{33, 27, 0.00085},	/* se_personnummer */
	{33, 33, 0},	/* de_steuernummer */
	{33, 99, 0.0033},	/* payment_card */
	/* de_svnr */
	{34, 34, 0},	/* de_svnr */
	/* de_kvnr */
	{35, 35, 0},	/* de_kvnr */
	/* de_ausweis */
	{36, 36, 0},	/* de_ausweis */
	/* at_svnr */
	{37, 5, 1},	/* phone */
	{37, 27, 0.0069},	/* se_personnummer */
	{37, 37, 0},	/* at_svnr */
	/* ch_ahv */
	{38, 38, 0},	/* ch_ahv */
	/* fr_nir */
	{39, 39, 0},	/* fr_nir */
	{39, 99, 0.025},	/* payment_card */
	{39, 111, 0.00285},	/* imei */
	/* fr_spi */
	{40, 5, 0.0946},	/* phone */
	{40, 40, 0},	/* fr_spi */
	/* be_nrn */
	{41, 5, 0.352},	/* phone */
	{41, 41, 0},	/* be_nrn */
	/* lu_matricule */
	{42, 42, 0},	/* lu_matricule */
	/* es_dni */
	{43, 43, 0},	/* es_dni */
	/* es_nie */
	{44, 44, 0},	/* es_nie */
	/* es_nuss */
	{45, 5, 0.276},	/* phone */
	{45, 45, 0},	/* es_nuss */
	/* pt_nif */
	{46, 5, 1},	/* phone */
	{46, 15, 0.492},	/* us_ssn */
	{46, 22, 0.0964},	/* nl_bsn */
	{46, 46, 0},	/* pt_nif */
	/* pt_cc */
	{47, 5, 0.019},	/* phone */
	{47, 47, 0},	/* pt_cc */
	/* it_codice_fiscale */
	{48, 48, 0},	/* it_codice_fiscale */
	/* it_id_card */
	{49, 49, 0},	/* it_id_card */
	/* gr_amka */
	{50, 5, 0.742},	/* phone */
	{50, 50, 0},	/* gr_amka */
	/* gr_afm */
	{51, 5, 0.99},	/* phone */
	{51, 15, 0.886},	/* us_ssn */
	{51, 22, 0.0856},	/* nl_bsn */
	{51, 51, 0},	/* gr_afm */
	/* ie_pps */
	{52, 52, 0},	/* ie_pps */
	/* gb_nino */
	{53, 53, 0},	/* gb_nino */
	/* gb_nhs */
	{54, 5, 0.991},	/* phone */
	{54, 27, 0.00365},	/* se_personnummer */
	{54, 54, 0},	/* gb_nhs */
	/* gb_utr */
	{55, 5, 0.99},	/* phone */
	{55, 27, 0.00345},	/* se_personnummer */
	{55, 55, 0},	/* gb_utr */
	/* gb_driving_licence */
	{56, 56, 0},	/* gb_driving_licence */
	/* pl_pesel */
	{57, 5, 0.723},	/* phone */
	{57, 57, 0},	/* pl_pesel */
	/* pl_nip */
	{58, 5, 1},	/* phone */
	{58, 27, 0.00315},	/* se_personnummer */
	{58, 58, 0},	/* pl_nip */
	/* cz_rodne_cislo */
	{59, 5, 0.991},	/* phone */
	{59, 27, 0.027},	/* se_personnummer */
	{59, 59, 0},	/* cz_rodne_cislo */
	/* ro_cnp */
	{60, 5, 0.174},	/* phone */
	{60, 60, 0},	/* ro_cnp */
	{60, 99, 0.0126},	/* payment_card */
	/* bg_egn */
	{61, 5, 0.991},	/* phone */
	{61, 27, 0.0497},	/* se_personnummer */
	{61, 61, 0},	/* bg_egn */
	/* hr_oib */
	{62, 5, 0.749},	/* phone */
	{62, 62, 0},	/* hr_oib */
	/* jmbg */
	{63, 63, 0},	/* jmbg */
	/* ee_isikukood */
	{64, 5, 0.707},	/* phone */
	{64, 64, 0},	/* ee_isikukood */
	/* lv_personas_kods */
	{65, 5, 0.827},	/* phone */
	{65, 65, 0},	/* lv_personas_kods */
	/* ua_rnokpp */
	{66, 5, 1},	/* phone */
	{66, 27, 0.0086},	/* se_personnummer */
	{66, 66, 0},	/* ua_rnokpp */
	/* ru_inn */
	{67, 5, 0.806},	/* phone */
	{67, 67, 0},	/* ru_inn */
	/* tr_tckn */
	{68, 5, 0.743},	/* phone */
	{68, 68, 0},	/* tr_tckn */
	/* il_id */
	{69, 5, 0.976},	/* phone */
	{69, 15, 0.986},	/* us_ssn */
	{69, 22, 0.0916},	/* nl_bsn */
	{69, 69, 0},	/* il_id */
	/* in_aadhaar */
	{70, 5, 0.493},	/* phone */
	{70, 70, 0},	/* in_aadhaar */
	/* in_pan */
	{71, 71, 0},	/* in_pan */
	/* in_epic */
	{72, 72, 0},	/* in_epic */
	/* cn_ric */
	{73, 73, 0},	/* cn_ric */
	/* jp_my_number */
	{74, 5, 0.49},	/* phone */
	{74, 74, 0},	/* jp_my_number */
	/* kr_rrn */
	{75, 5, 0.155},	/* phone */
	{75, 75, 0},	/* kr_rrn */
	{75, 99, 0.00545},	/* payment_card */
	/* sg_nric */
	{76, 76, 0},	/* sg_nric */
	/* my_nric */
	{77, 5, 0.486},	/* phone */
	{77, 77, 0},	/* my_nric */
	/* th_id */
	{78, 5, 0.0858},	/* phone */
	{78, 78, 0},	/* th_id */
	{78, 99, 0.00665},	/* payment_card */
	/* id_nik */
	{79, 79, 0},	/* id_nik */
	{79, 99, 0.0111},	/* payment_card */
	/* pk_cnic */
	{80, 5, 0.0795},	/* phone */
	{80, 80, 0},	/* pk_cnic */
	{80, 99, 0.007},	/* payment_card */
	/* tw_id */
	{81, 81, 0},	/* tw_id */
	/* hk_id */
	{82, 82, 0},	/* hk_id */
	/* au_tfn */
	{83, 5, 0.991},	/* phone */
	{83, 15, 0.443},	/* us_ssn */
	{83, 22, 0.0891},	/* nl_bsn */
	{83, 83, 0},	/* au_tfn */
	/* au_medicare */
	{84, 5, 0.498},	/* phone */
	{84, 27, 0.00335},	/* se_personnummer */
	{84, 84, 0},	/* au_medicare */
	/* nz_ird */
	{85, 5, 0.831},	/* phone */
	{85, 15, 0.334},	/* us_ssn */
	{85, 22, 0.0604},	/* nl_bsn */
	{85, 85, 0},	/* nz_ird */
	/* ca_sin */
	{86, 5, 1},	/* phone */
	{86, 15, 0.429},	/* us_ssn */
	{86, 22, 0.0917},	/* nl_bsn */
	{86, 86, 0},	/* ca_sin */
	/* br_cpf */
	{87, 5, 0.376},	/* phone */
	{87, 87, 0},	/* br_cpf */
	/* mx_curp */
	{88, 88, 0},	/* mx_curp */
	/* mx_rfc */
	{89, 89, 0},	/* mx_rfc */
	/* ar_cuit */
	{90, 5, 0.348},	/* phone */
	{90, 90, 0},	/* ar_cuit */
	/* cl_rut */
	{91, 5, 0.302},	/* phone */
	{91, 15, 0.131},	/* us_ssn */
	{91, 22, 0.0275},	/* nl_bsn */
	{91, 91, 0},	/* cl_rut */
	/* co_nit */
	{92, 5, 0.337},	/* phone */
	{92, 27, 0.0028},	/* se_personnummer */
	{92, 92, 0},	/* co_nit */
	/* pe_dni */
	{93, 5, 0.459},	/* phone */
	{93, 15, 0.141},	/* us_ssn */
	{93, 22, 0.0474},	/* nl_bsn */
	{93, 93, 0},	/* pe_dni */
	/* ec_ci */
	{94, 5, 1},	/* phone */
	{94, 27, 0.0121},	/* se_personnummer */
	{94, 94, 0},	/* ec_ci */
	/* do_cedula */
	{95, 5, 0.375},	/* phone */
	{95, 95, 0},	/* do_cedula */
	/* za_id */
	{96, 5, 0.155},	/* phone */
	{96, 96, 0},	/* za_id */
	{96, 99, 0.00925},	/* payment_card */
	/* ng_nin */
	{97, 5, 0.734},	/* phone */
	{97, 97, 0},	/* ng_nin */
	/* vat_id */
	{98, 98, 0},	/* vat_id */
	/* payment_card */
	{99, 99, 1},	/* payment_card */
	/* card_cvv */
	{100, 100, 0},	/* card_cvv */
	/* card_expiry */
	{101, 101, 0},	/* card_expiry */
	/* iban */
	{102, 102, 1},	/* iban */
	/* bank_account */
	{103, 5, 0.446},	/* phone */
	{103, 15, 0.0882},	/* us_ssn */
	{103, 22, 0.009},	/* nl_bsn */
	{103, 27, 0.0016},	/* se_personnummer */
	{103, 103, 0},	/* bank_account */
	/* us_aba */
	{104, 5, 1},	/* phone */
	{104, 15, 0.99},	/* us_ssn */
	{104, 22, 0.0872},	/* nl_bsn */
	{104, 104, 0},	/* us_aba */
	/* bic */
	{105, 105, 0},	/* bic */
	/* crypto_wallet */
	{106, 106, 0},	/* crypto_wallet */
	/* income */
	{107, 107, 0},	/* income */
	/* imei */
	{111, 111, 1},	/* imei */
	/* imsi */
	{112, 112, 0},	/* imsi */
	/* iccid */
	{113, 113, 0},	/* iccid */
	/* meid */
	{114, 99, 0.0072},	/* payment_card */
	{114, 114, 0},	/* meid */
	/* mac */
	{115, 5, 0.00105},	/* phone */
	{115, 115, 1},	/* mac */
	/* device_id */
	{116, 116, 0},	/* device_id */
	/* ip_address */
	{118, 118, 1},	/* ip_address */
	/* url */
	{119, 119, 0},	/* url */
	/* username */
	{120, 26, 0.0109},	/* nl_kenteken */
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
	{144, 22, 0.0306},	/* nl_bsn */
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
	{157, 5, 0.24},	/* phone */
	{157, 157, 0},	/* medication */
	/* blood_type */
	{158, 158, 0},	/* blood_type */
	/* genetic */
	{166, 166, 0},	/* genetic */
	/* free_text */
	{169, 169, 0},	/* free_text */
	/* org_number */
	{171, 5, 0.605},	/* phone */
	{171, 15, 0.146},	/* us_ssn */
	{171, 22, 0.0299},	/* nl_bsn */
	{171, 27, 0.001},	/* se_personnummer */
	{171, 99, 0.0007},	/* payment_card */
	{171, 171, 0},	/* org_number */
	/* tax_id */
	{172, 5, 0.912},	/* phone */
	{172, 15, 0.294},	/* us_ssn */
	{172, 22, 0.0311},	/* nl_bsn */
	{172, 27, 0.00265},	/* se_personnummer */
	{172, 172, 0},	/* tax_id */
};

const int	bv_pass_rate_count = sizeof(bv_pass_rates) / sizeof(bv_pass_rates[0]);
