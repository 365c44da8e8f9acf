/*
 * made_class.c: what true values of each class look like, and what their rivals do
 *
 * In a shape letters and digits have the places that they have in the class:
 * product codes have them there too.  Punctuation is in it only where the class is never written
 * without; where it is all there is to the class, as in an e-mail address, it is
 * as likely as any other character.
 */
#include "made_value.h"

/* Days that every month has, of people who can be alive. */
#define MM			"(0[1-9]|1[0-2])"
#define DD			"(0[1-9]|1\\d|2[0-8])"
#define YYMMDD		"\\d\\d" MM DD
#define DDMMYY		DD MM "\\d\\d"
#define YYYY		"(19[3-9]\\d|20[01]\\d)"
#define YYYYMMDD	YYYY MM DD

/* Characters of text in general, for what only its punctuation tells. */
#define ANY			"[ -~]"
#define HEX			"[0-9a-f]"
#define CODE		"[0-9A-Z]"
#define BASE64		"[A-Za-z0-9+/]"
#define URL64		"[A-Za-z0-9_-]"
#define VISIBLE		CODE "{5,20}"

#define GIVEN		"(Anna|Maria|Peter|John|Emma|Jan|Sofia|Lars|Pierre|Carlos|Giulia|David|Fatima|Mohamed|Elena|Thomas|Ingrid|Joao|Katarzyna|Piotr|Laura|Daniel|Julia|Paul|Sarah)"
#define FAMILY		"(Smith|Jansen|Müller|Schmidt|Garcia|Rossi|Silva|Andersson|Nowak|Kowalski|Martin|Dubois|Johansson|Fernandez|Bianchi|Visser|Weber|Jones|Brown|Santos|Petersen|Nielsen|Lopez|Ferrari|Wilson)"
#define CITY		"(Amsterdam|Rotterdam|Berlin|Hamburg|Paris|Lyon|Madrid|Barcelona|Rome|Milano|Lisboa|Porto|Stockholm|Warszawa|London|Manchester|Chicago|Boston|Utrecht|Sevilla)"
#define HOST		"(example\\.(com|org|net)|[a-z]{3,9}\\.(com|nl|de|co\\.uk|fr|se))"
#define WORD_LIKE	"([a-z]{3,10}|[A-Z][a-z]{2,9}|<word>)"

const MadeClass made_classes[] = {
	/* contact */
	{"name", {GIVEN " " FAMILY, GIVEN " " GIVEN " " FAMILY}, {"<word> <word>", "[A-Z][a-z]{2,8} [A-Z][a-z]{2,9}"}},
	{"given_name", {GIVEN}, {WORD_LIKE}},
	{"family_name", {FAMILY}, {WORD_LIKE}},
	{"email", {"[a-z]{1,8}[._]?[a-z]{2,9}\\d{0,2}@" HOST}, {ANY "{12,40}"}},
	{"phone",
		{
			"\\+(316\\d{8}|49(15|16|17)\\d{8,9}|336\\d{8}|4477\\d{8}|346\\d{8}|393\\d{9}|467\\d{8}|485\\d{8}|1(212|312|415|617|713)[2-9]\\d{6})",
			"\\+(31 6 \\d{8}|44 7[4-9]\\d\\d \\d{6}|33 6 \\d\\d \\d\\d \\d\\d \\d\\d|49 30 \\d{7,8}|34 6\\d\\d \\d{3} \\d{3})",
			"06[-]?[1-5]\\d{7}",
			"\\((212|312|415|617|713)\\) [2-9]\\d\\d-\\d{4}",
			"(212|312|415|617|713)-[2-9]\\d\\d-\\d{4}",
			"07[4-9]\\d\\d \\d{6}",
			"06 \\d\\d \\d\\d \\d\\d \\d\\d",
		}, {"\\d{9}", "\\d{10}", "\\d{11}"}
	},
	{"fax", {"\\+(31 20 \\d{7}|44 20 \\d{4} \\d{4}|49 30 \\d{7,8})"}, {"\\d{9}", "\\d{10}", "\\d{11}"}},
	{"address",
		{
			"(Kerk|Dorps|School|Molen|Prinsen)(straat|weg|laan|gracht) \\d{1,3}[a-d]?",
			"(Haupt|Bahnhof|Garten|Linden)(straße|strasse|weg|allee) \\d{1,3}",
			"\\d{1,4} (Main|Oak|Maple|High|Church) (Street|St|Road|Rd|Avenue|Ave|Lane)",
			"\\d{1,3},? (rue|avenue|boulevard) (Victor Hugo|de la République|Pasteur)",
			"(Calle|Avenida) (Mayor|de la Constitución|Real),? \\d{1,3}",
			"(Via|Viale|Piazza|Corso) (Roma|Garibaldi|Verdi),? \\d{1,3}",
		}, {"<word> \\d{1,3}", "<word> <word> \\d{1,3}", "\\d{1,3} <word> <word>"}
	},
	{"postcode",
		{
			"[1-9]\\d{3} ?[A-Z]{2}", "\\d{5}", "\\d{5}-\\d{4}", "(B|E|G|L|M|N|S|W|BS|EH|LS|SE|NW)[1-9]\\d? \\d[ABD-HJLNP-UW-Z]{2}",
			"[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] \\d[ABCEGHJ-NPRSTV-Z]\\d", "\\d\\d-\\d{3}", "\\d{4}-\\d{3}", "\\d{3} \\d\\d",
		}, {"\\d{4}", "\\d{5}", "\\d{6}", "\\d{4}[A-Z]{2}", CODE "{6}"}
	},
	{"city", {CITY}, {WORD_LIKE}},
	{"region", {"(California|Texas|Florida|Noord-Holland|Utrecht|Bayern|Hessen|Bretagne|Toscana|Andalucía|Skåne|Ontario)"}, {WORD_LIKE}},
	{"country", {"(Netherlands|Nederland|Germany|Deutschland|France|Spain|Italy|Portugal|Sweden|Poland|United Kingdom|United States|Belgium)", "(NL|DE|FR|ES|IT|PT|SE|PL|GB|US)"}, {WORD_LIKE, "[A-Z]{2}"}},
	{"nationality", {"(Dutch|German|French|Spanish|Italian|Portuguese|Swedish|Polish|British|American|Belgian)"}, {WORD_LIKE}},
	{"language", {"(English|Dutch|German|French|Spanish|Italian|Portuguese|Swedish|Polish)", "(en|nl|de|fr|es|it|pt|sv|pl)"}, {WORD_LIKE, "[a-z]{2}"}},
	{"occupation", {"(teacher|engineer|nurse|lawyer|accountant|electrician|carpenter|software engineer|manager|driver)"}, {WORD_LIKE}},
	{"employer", {"[A-Z][a-z]{3,8} (B\\.V\\.|GmbH|Ltd|Inc\\.|S\\.A\\.|AB)"}, {"<word> <word>"}},
	{"birth_place", {CITY}, {WORD_LIKE}},

	/* government identifiers */
	{"passport",
		{"\\d{9}", "[A-Z]\\d{8}", "[A-Z]{2}\\d{7}", "\\d\\d[A-Z]{2}\\d{5}", "[A-Z]{3}\\d{6}", "[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}"},
		{"\\d{9}", CODE "{9}", "\\d{8}"}
	},
	{"drivers_licence", {"\\d{10}", "[A-Z]{2}\\d{7}[A-Z]", "\\d{12}", "[A-Z]-\\d{7} \\d"}, {"\\d{9}", "\\d{10}", "\\d{11}", CODE "{10}"}},
	{"us_ssn", {"[0-7]\\d{2}-\\d{2}-\\d{4}", "[0-7]\\d{8}"}, {"\\d{9}"}},
	{"us_itin", {"9\\d{2}-(5\\d|6[0-5]|7\\d|8[0-8]|9[0-2]|9[4-9])-\\d{4}", "9\\d{8}"}, {"\\d{9}"}},
	{"us_ein", {"\\d{2}-\\d{7}", "\\d{9}"}, {"\\d{9}"}},
	{"us_drivers_licence", {"[A-Z]\\d{7}", "\\d{8}", "[A-Z]\\d{12}", "[A-Z]\\d{14}", "\\d{9}"}, {"\\d{7}", "\\d{8}", "\\d{9}", "[A-Z]\\d{7}", "[A-Z]\\d{12}", CODE "{8}"}},
	{"us_mbi", {"[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y]{2}\\d\\d"}, {CODE "{11}"}},
	{"us_npi", {"[12]\\d{9}"}, {"\\d{10}"}},
	{"us_dea", {"[ABCDEFGHJKLMPRSTUX][A-Z9]\\d{7}"}, {"[A-Z]{2}\\d{7}"}},
	{"nl_bsn", {"\\d{9}", "\\d{9}", "\\d{4}\\.\\d{2}\\.\\d{3}"}, {"\\d{9}", "\\d{8}"}},
	{"nl_id_document", {"[A-NP-Z]{2}[0-9A-NP-Z]{6}\\d"}, {"[A-Z]{2}" CODE "{6}\\d", CODE "{9}"}},
	{"nl_rijbewijs", {"[3-6]\\d{9}"}, {"\\d{10}"}},
	{"nl_kvk", {"[0-9]\\d{7}"}, {"\\d{8}"}},
	{"se_personnummer", {YYMMDD "-\\d{4}", YYYYMMDD "-\\d{4}", YYYYMMDD "\\d{4}", YYMMDD "\\d{4}"}, {"\\d{10}", "\\d{12}"}},
	{"no_fodselsnummer", {DDMMYY "\\d{5}", DDMMYY " \\d{5}"}, {"\\d{11}"}},
	{"dk_cpr", {DDMMYY "-\\d{4}", DDMMYY "\\d{4}"}, {"\\d{10}"}},
	{"fi_hetu", {DDMMYY "[-A]\\d{3}[0-9A-Y]"}, {"\\d{6}[-A]\\d{3}[0-9A-Z]"}},
	{"is_kennitala", {DDMMYY "-\\d{4}", DDMMYY "\\d{4}"}, {"\\d{10}"}},
	{"de_steuer_id", {"[1-9]\\d{10}", "[1-9]\\d \\d{3} \\d{3} \\d{3}"}, {"\\d{11}"}},
	{"de_steuernummer", {"\\d{2}/\\d{3}/\\d{5}", "\\d{3}/\\d{3}/\\d{5}", "(11|21|22|23|24|26|27|28|30|32|40|41|5\\d|9\\d)\\d{2}0\\d{8}", "\\d{10,11}"}, {"\\d{10}", "\\d{11}", "\\d{13}"}},
	{"de_svnr", {"(0[2-9]|[1-4]\\d|5\\d|6\\d|8[0-9])" DDMMYY "[A-Z]\\d{3}", "\\d{2} " DDMMYY " [A-Z] \\d{3}"}, {"\\d{8}[A-Z]\\d{3}"}},
	{"de_kvnr", {"[A-Z]\\d{9}"}, {"[A-Z]\\d{9}"}},
	{"de_ausweis", {"[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{7}\\d", "T\\d{8}"}, {"[A-Z]\\d{8}", CODE "{9}"}},
	{"at_svnr", {"[1-9]\\d{3}" DDMMYY, "[1-9]\\d{3} " DDMMYY}, {"\\d{10}"}},
	{"ch_ahv", {"756\\.\\d{4}\\.\\d{4}\\.\\d{2}", "756\\d{10}"}, {"\\d{13}"}},
	{"fr_nir", {"[12]\\d\\d" MM "(0[1-9]|[1-8]\\d|9[0-5])\\d{3}\\d{3}\\d\\d", "[12] \\d\\d " MM " (0[1-9]|[1-8]\\d|9[0-5]) \\d{3} \\d{3} \\d\\d"}, {"\\d{15}"}},
	{"fr_spi", {"[0-3]\\d{12}", "[0-3]\\d \\d\\d \\d{3} \\d{3} \\d{3}"}, {"\\d{13}"}},
	{"be_nrn", {YYMMDD "\\d{5}", "\\d\\d\\." MM "\\." DD "-\\d{3}\\.\\d\\d"}, {"\\d{11}"}},
	{"lu_matricule", {YYYYMMDD "\\d{5}"}, {"\\d{13}"}},
	{"es_dni", {"\\d{8}[A-Z]", "\\d{8}-[A-Z]"}, {"\\d{8}[A-Z]"}},
	{"es_nie", {"[XYZ]\\d{7}[A-Z]", "[XYZ]-\\d{7}-[A-Z]"}, {"[A-Z]\\d{7}[A-Z]"}},
	{"es_nuss", {"(0[1-9]|[1-4]\\d|5[0-3])\\d{10}", "(0[1-9]|[1-4]\\d|5[0-3])/\\d{8}/\\d\\d"}, {"\\d{12}"}},
	{"pt_nif", {"[12356]\\d{8}", "[12]\\d\\d \\d{3} \\d{3}"}, {"\\d{9}"}},
	{"pt_cc", {"\\d{8} \\d [0-9A-Z]{2}\\d", "\\d{9}[0-9A-Z]{2}\\d"}, {"\\d{9}[A-Z]{2}\\d"}},
	{"it_codice_fiscale", {"[BCDFGLMNPRSTVZ]{3}[BCDFGLMNPRSTVZ]{3}\\d\\d[A-EHLMPR-T](0[1-9]|[12]\\d|4[1-9]|5\\d)[A-M]\\d{3}[A-Z]"}, {"[A-Z]{6}\\d\\d[A-Z]\\d\\d[A-Z]\\d{3}[A-Z]"}},
	{"it_id_card", {"[A-Z]{2}\\d{5}[A-Z]{2}", "[A-Z]{2}\\d{7}", "\\d{7}[A-Z]{2}"}, {"[A-Z]{2}\\d{7}", CODE "{9}"}},
	{"gr_amka", {DDMMYY "\\d{5}"}, {"\\d{11}"}},
	{"gr_afm", {"\\d{9}"}, {"\\d{9}"}},
	{"ie_pps", {"\\d{7}[A-W]", "\\d{7}[A-W][ABHW]"}, {"\\d{7}[A-Z]", "\\d{7}[A-Z]{2}"}},
	{"gb_nino", {"[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\\d{6}[A-D]", "[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z] \\d\\d \\d\\d \\d\\d [A-D]"}, {"[A-Z]{2}\\d{6}[A-Z]", CODE "{9}"}},
	{"gb_nhs", {"\\d{10}", "\\d{3} \\d{3} \\d{4}"}, {"\\d{10}"}},
	{"gb_utr", {"\\d{10}", "\\d{5} \\d{5}"}, {"\\d{10}"}},
	{"gb_driving_licence", {"[A-Z]{5}\\d(0[1-9]|1[0-2]|5[1-9]|6[0-2])" DD "\\d[A-Z][A-Z9][0-9A-Z][A-Z]{2}"}, {CODE "{16}"}},
	{"pl_pesel", {"\\d\\d(0[1-9]|1[0-2]|2[1-9]|3[0-2])" DD "\\d{5}"}, {"\\d{11}"}},
	{"pl_nip", {"[1-9]\\d{9}", "[1-9]\\d\\d-\\d{3}-\\d\\d-\\d\\d"}, {"\\d{10}"}},
	{"cz_rodne_cislo", {"\\d\\d(0[1-9]|1[0-2]|5[1-9]|6[0-2])" DD "/?\\d{4}"}, {"\\d{10}", "\\d{9}"}},
	{"ro_cnp", {"[1-8]" YYMMDD "(0[1-9]|[1-3]\\d|4[0-6])\\d{4}"}, {"\\d{13}"}},
	{"bg_egn", {"\\d\\d(0[1-9]|1[0-2]|4[1-9]|5[0-2])" DD "\\d{4}"}, {"\\d{10}"}},
	{"hr_oib", {"\\d{11}"}, {"\\d{11}"}},
	{"jmbg", {DD MM "(9[3-9]\\d|0[01]\\d)(1[0-9]|[3-5]\\d|7\\d|8\\d)\\d{4}"}, {"\\d{13}"}},
	{"ee_isikukood", {"[3-6]" YYMMDD "\\d{4}"}, {"\\d{11}"}},
	{"lv_personas_kods", {DDMMYY "-[012]\\d{4}", DDMMYY "[012]\\d{4}", "32\\d{9}"}, {"\\d{11}"}},
	{"ua_rnokpp", {"[23]\\d{9}"}, {"\\d{10}"}},
	{"ru_inn", {"(0[1-9]|[1-8]\\d|9[0-2])\\d{10}"}, {"\\d{12}", "\\d{10}", "\\d{11}"}},
	{"tr_tckn", {"[1-9]\\d{10}"}, {"\\d{11}"}},
	{"il_id", {"[0-3]\\d{8}"}, {"\\d{9}"}},
	{"in_aadhaar", {"[2-9]\\d{11}", "[2-9]\\d{3} \\d{4} \\d{4}"}, {"\\d{12}"}},
	{"in_pan", {"[A-Z]{3}P[A-Z]\\d{4}[A-Z]"}, {"[A-Z]{5}\\d{4}[A-Z]", CODE "{10}"}},
	{"in_epic", {"[A-Z]{3}\\d{7}"}, {"[A-Z]{3}\\d{7}"}},
	{"cn_ric", {"(11|12|13|31|32|33|37|41|42|43|44|51)(0[1-9]|1[0-9])(0[1-9]|2[0-9])" YYYYMMDD "\\d{3}[0-9X]"}, {"\\d{18}"}},
	{"jp_my_number", {"\\d{12}", "\\d{4} \\d{4} \\d{4}"}, {"\\d{12}"}},
	{"kr_rrn", {YYMMDD "-[1-4]\\d{6}", YYMMDD "[1-4]\\d{6}"}, {"\\d{13}"}},
	{"sg_nric", {"[STFGM]\\d{7}[A-Z]"}, {"[A-Z]\\d{7}[A-Z]"}},
	{"my_nric", {YYMMDD "-(0[1-9]|1[0-6])-\\d{4}", YYMMDD "(0[1-9]|1[0-6])\\d{4}"}, {"\\d{12}"}},
	{"th_id", {"[1-8]\\d{12}", "[1-8]-\\d{4}-\\d{5}-\\d{2}-\\d"}, {"\\d{13}"}},
	{"id_nik", {"(11|12|31|32|33|34|35|51)(0[1-9]|1\\d)(0[1-9]|1\\d)(0[1-9]|[12]\\d|4[1-9]|5\\d)" MM "\\d\\d\\d{4}"}, {"\\d{16}"}},
	{"pk_cnic", {"[1-7]\\d{4}-\\d{7}-\\d", "[1-7]\\d{12}"}, {"\\d{13}"}},
	{"tw_id", {"[A-Z][12]\\d{8}"}, {"[A-Z]\\d{9}"}},
	{"hk_id", {"[A-Z]\\d{6}\\([0-9A]\\)", "[A-Z]{1,2}\\d{6}[0-9A]"}, {"[A-Z]\\d{7}"}},
	{"au_tfn", {"\\d{9}", "\\d{3} \\d{3} \\d{3}"}, {"\\d{9}", "\\d{8}"}},
	{"au_medicare", {"[2-6]\\d{9}", "[2-6]\\d{3} \\d{5} \\d"}, {"\\d{10}", "\\d{11}"}},
	{"nz_ird", {"\\d{2,3}-\\d{3}-\\d{3}", "[1-9]\\d{7}", "1[0-4]\\d{7}"}, {"\\d{8}", "\\d{9}"}},
	{"ca_sin", {"[1-79]\\d{8}", "[1-79]\\d\\d \\d{3} \\d{3}"}, {"\\d{9}"}},
	{"br_cpf", {"\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}", "\\d{11}"}, {"\\d{11}"}},
	{"mx_curp", {"[A-Z][AEIOUX][A-Z]{2}" YYMMDD "[HM](AS|BC|CC|CH|DF|GT|JC|MC|NL|PL|QR|SL|VZ)[BCDFGHJ-NP-TV-Z]{3}[0-9A-Z]\\d"}, {"[A-Z]{4}\\d{6}[A-Z]{6}" CODE "\\d"}},
	{"mx_rfc", {"[A-Z]{4}" YYMMDD "[0-9A-Z]{3}", "[A-Z]{3}" YYMMDD "[0-9A-Z]{3}"}, {"[A-Z]{4}\\d{6}" CODE "{3}", "[A-Z]{3}\\d{6}" CODE "{3}"}},
	{"ar_cuit", {"(20|23|24|27|30|33)-\\d{8}-\\d", "(20|23|24|27|30|33)\\d{9}"}, {"\\d{11}"}},
	{"cl_rut", {"\\d{1,2}\\.\\d{3}\\.\\d{3}-[0-9K]", "\\d{7,8}-[0-9K]", "[1-9]\\d{6,7}[0-9K]"}, {"\\d{9}", "\\d{8}"}},
	{"co_nit", {"[89]\\d{8}-\\d", "\\d{3}\\.\\d{3}\\.\\d{3}-\\d", "[1-9]\\d{9}"}, {"\\d{10}", "\\d{9}", "\\d{8}"}},
	{"pe_dni", {"\\d{8}-\\d", "\\d{8}[0-9A-K]", "\\d{8}"}, {"\\d{9}", "\\d{8}"}},
	{"ec_ci", {"(0[1-9]|1\\d|2[0-4])[0-5]\\d{7}"}, {"\\d{10}"}},
	{"do_cedula", {"\\d{3}-\\d{7}-\\d", "\\d{11}"}, {"\\d{11}"}},
	{"za_id", {YYMMDD "\\d{4}[01]8\\d"}, {"\\d{13}"}},
	{"ng_nin", {"[1-9]\\d{10}"}, {"\\d{11}"}},
	{"vat_id", {"NL\\d{9}B\\d\\d", "DE[1-9]\\d{8}", "BE0[2-9]\\d{8}", "FR\\d\\d\\d{9}", "IT\\d{11}", "(PL\\d{10}|SE\\d{10}01|DK\\d{8}|FI\\d{8}|PT\\d{9}|LU\\d{8})", "(ES[A-Z]\\d{7}[0-9A-Z]|ATU\\d{8}|GB\\d{9})"}, {"[A-Z]{2}\\d{8}", "[A-Z]{2}\\d{9}", "[A-Z]{2}\\d{10}", "[A-Z]{2}\\d{11}"}},
	{"org_number", {"\\d{9}", "\\d{14}", "\\d{8}", "\\d{11}", "\\d{6}-\\d{4}", "\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}"}, {"\\d{8}", "\\d{9}", "\\d{10}", "\\d{11}", "\\d{14}"}},
	{"tax_id", {"\\d{9}", "\\d{10}", "\\d{11}"}, {"\\d{9}", "\\d{10}", "\\d{11}"}},

	/* vehicles */
	{"nl_kenteken",
		{
			"[BDFGHJKLNPRSTVXZ]{2}-\\d{2}-\\d{2}", "\\d{2}-[BDFGHJKLNPRSTVXZ]{2}-[BDFGHJKLNPRSTVXZ]{2}", "\\d{2}-[BDFGHJKLNPRSTVXZ]{3}-\\d",
			"[BDFGHJKLNPRSTVXZ]{2}-\\d{3}-[BDFGHJKLNPRSTVXZ]", "[BDFGHJKLNPRSTVXZ]-\\d{3}-[BDFGHJKLNPRSTVXZ]{2}", "\\d[BDFGHJKLNPRSTVXZ]{3}\\d{2}"
		}, {CODE "{6}"}
	},
	{"vin", {"[1-5][A-HJ-NPR-Z0-9]{7}[0-9X][A-HJ-NPR-TV-Y1-9][A-HJ-NPR-Z0-9]\\d{6}", "(WBA|WVW|VF1|ZFA|YV1|SAL|TMB)[A-HJ-NPR-Z0-9]{6}[A-HJ-NPR-TV-Y1-9][A-HJ-NPR-Z0-9]\\d{6}"}, {CODE "{17}", "[A-HJ-NPR-Z0-9]{17}"}},
	{"license_plate", {"[A-Z]{3} ?\\d{3}", "[A-Z]{2}-\\d{3}-[A-Z]{2}", "\\d[A-Z]{3}\\d{3}", "[A-Z]{2}\\d\\d ?[A-Z]{3}", "[A-Z]{1,2}-[A-Z]{2} \\d{1,4}"}, {CODE "{6}", CODE "{7}", "\\d{6}"}},
	{"de_kennzeichen", {"(B|M|K|F|S|HH|HB|DD|KA|MA|LB)[ -][A-Z]{1,2} ?[1-9]\\d{0,3}"}, {"[A-Z]{1,3}[- ][A-Z]{1,2} \\d{1,4}", CODE "{4,8}"}},
	{"gb_plate", {"[A-HJ-PR-Y]{2}(0[1-9]|1\\d|2[0-4]|5[1-9]|6\\d|7[0-4]) ?[A-HJ-PR-Z]{3}"}, {"[A-Z]{2}\\d\\d[A-Z]{3}", CODE "{7}"}},
	{"se_regnr", {"[A-HJ-PR-UWXYZ]{3} ?\\d{2}[0-9A-HJ-NP-Z]"}, {"[A-Z]{3}\\d{3}", CODE "{6}"}},
	{"fr_plaque", {"[A-HJ-NP-TV-Z]{2}-\\d{3}-[A-HJ-NP-TV-Z]{2}", "\\d{2,4} [A-HJ-NP-TV-Z]{2} (0[1-9]|[1-8]\\d|9[0-5])"}, {"[A-Z]{2}-\\d{3}-[A-Z]{2}", CODE "{7}"}},
	{"es_matricula", {"\\d{4} ?[BCDFGHJKLMNPRSTVWXYZ]{3}"}, {"\\d{4}[A-Z]{3}", CODE "{7}"}},
	{"it_targa", {"[ABCDEFGHJKLMNPRSTVWXYZ]{2} ?\\d{3} ?[ABCDEFGHJKLMNPRSTVWXYZ]{2}"}, {"[A-Z]{2}\\d{3}[A-Z]{2}", CODE "{7}"}},

	/* money */
	{"payment_card", {"4\\d{15}", "5[1-5]\\d{14}", "3[47]\\d{13}", "(4\\d{3}|5[1-5]\\d\\d) \\d{4} \\d{4} \\d{4}", "6011\\d{12}"}, {"\\d{16}", "\\d{15}", "\\d{13}", "\\d{19}"}},
	{"card_cvv", {"\\d{3}"}, {"\\d{3}", "\\d{4}"}},
	{"card_expiry", {"(0[1-9]|1[0-2])/(2[4-9]|3[0-2])", "(0[1-9]|1[0-2])/20(2[4-9]|3[0-2])"}, {"\\d\\d/\\d\\d", "\\d{4}"}},
	{"iban",
		{
			"NL\\d\\d(ABNA|INGB|RABO|SNSB)\\d{10}", "DE\\d{20}", "GB\\d\\d[A-Z]{4}\\d{14}", "FR\\d{12}[0-9A-Z]{11}\\d\\d",
			"BE\\d\\d \\d{4} \\d{4} \\d{4}", "(ES\\d{22}|SE\\d{22}|PL\\d{26}|CH\\d{19}|AT\\d{18}|NO\\d{13})", "NL\\d\\d (ABNA|INGB|RABO) \\d{4} \\d{4} \\d\\d",
		}, {"NL\\d\\d[A-Z]{4}\\d{10}", "DE\\d{20}", CODE "{18}"}
	},
	{"bank_account", {"\\d{9,10}", "\\d{3}-\\d{7}-\\d\\d", "\\d{2}-\\d{2}-\\d{2} \\d{8}", "\\d{20}", "\\d{10,12}"}, {"\\d{9}", "\\d{10}", "\\d{12}"}},
	{"us_aba", {"(0[1-9]|1[0-2]|2[1-9]|3[0-2])\\d{7}"}, {"\\d{9}"}},
	{"bic", {"[A-Z]{4}(NL|DE|FR|GB|US|ES|IT|SE|PL|CH)[A-Z2-9][A-NP-Z0-9]", "[A-Z]{4}(NL|DE|FR|GB|US)[A-Z2-9][A-NP-Z0-9](XXX|\\d{3})"}, {"[A-Z]{8}", CODE "{8}", CODE "{11}"}},
	{"crypto_wallet",
		{
			"0x" HEX "{40}", "(1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa|12c6DSiU4Rq3P4ZxziKxzrL5LmMBrzjrJX|1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2|3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy)",
			"(bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4|bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq)",
		}, {HEX "{40}", "[1-9A-HJ-NP-Za-km-z]{34}"}
	},
	{"income", {"\\d{5}"}, {"\\d{5}"}},

	/* devices */
	{"imei", {"(01|35|86)\\d{13}", "35-\\d{6}-\\d{6}-\\d"}, {"\\d{15}", "\\d{14}", "\\d{16}"}},
	{"imsi", {"(204|262|208|234|310|214|222|240|260)\\d{12}"}, {"\\d{15}", "\\d{14}"}},
	{"iccid", {"89(31|49|33|44|34|39|46|48)\\d{15,16}", "8901\\d{15,16}"}, {"\\d{19}", "\\d{20}", "\\d{18}"}},
	{"meid", {"[A-F][0-9A-F]{13}", "(2[5-9]|3\\d|4[01])\\d{16}"}, {"[0-9A-F]{14}", "\\d{18}", "\\d{14}"}},
	{"mac", {"[0-9A-F]{2}:[0-9A-F]{2}:[0-9A-F]{2}:[0-9A-F]{2}:[0-9A-F]{2}:[0-9A-F]{2}", HEX "{2}-" HEX "{2}-" HEX "{2}-" HEX "{2}-" HEX "{2}-" HEX "{2}", HEX "{4}\\." HEX "{4}\\." HEX "{4}"}, {"[0-9a-f:-]{17}", HEX "{12}"}},
	{"device_id", {HEX "{8}-" HEX "{4}-4" HEX "{3}-[89ab]" HEX "{3}-" HEX "{12}", HEX "{16}", HEX "{40}"}, {HEX "{16}", HEX "{32}", HEX "{40}", HEX "{8}-" HEX "{4}-" HEX "{4}-" HEX "{4}-" HEX "{12}"}},
	{"ip_address", {"(1\\d\\d|[1-9]\\d|2[0-4]\\d)\\.(1?\\d\\d|2[0-4]\\d|\\d)\\.(1\\d\\d|\\d)\\.(1\\d\\d|[1-9]\\d)", "2001:db8:" HEX "{1,4}:" HEX "{1,4}::" HEX "{1,4}", "2a0[0-9]:" HEX "{4}:" HEX "{4}:" HEX "{4}:" HEX "{4}:" HEX "{4}:" HEX "{4}:" HEX "{4}"}, {"[0-9.]{7,15}", "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}", "[0-9a-f:]{15,39}"}},
	{"url", {"https?://" HOST "/[a-z]{2,8}/[a-z0-9-]{3,12}", "https://www\\." HOST}, {ANY "{10,40}"}},
	{"username", {"[a-z]{3,9}\\d{0,3}", "[a-z]{3,8}_[a-z]{2,8}"}, {WORD_LIKE}},
	{"social_handle", {"@[a-z]{4,12}\\d{0,2}", "https://(twitter|x|facebook|instagram)\\.com/[a-z]{4,12}"}, {ANY "{5,16}", WORD_LIKE}},
	{"user_agent",
		{
			"Mozilla/5\\.0 \\((Windows NT 10\\.0; Win64; x64|X11; Linux x86_64|Macintosh; Intel Mac OS X 10_15_7)\\) AppleWebKit/537\\.36 \\(KHTML, like Gecko\\) Chrome/1\\d\\d\\.0\\.0\\.0 Safari/537\\.36",
			"Mozilla/5\\.0 \\(X11; Ubuntu; Linux x86_64; rv:1\\d\\d\\.0\\) Gecko/20100101 Firefox/1\\d\\d\\.0", "curl/[78]\\.\\d{1,2}\\.\\d", "okhttp/4\\.\\d\\.\\d",
		}, {ANY "{20,80}"}
	},
	{"cookie_id", {URL64 "{32}"}, {URL64 "{32}", HEX "{32}"}},

	/* secrets */
	{"password", {"[a-z]{4,8}[A-Z]{1,2}\\d{1,3}[!#$%]"}, {WORD_LIKE, VISIBLE}},
	{"password_hash", {"\\$2[aby]\\$1[0-2]\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{31}", "\\$6\\$[./A-Za-z0-9]{16}\\$[./A-Za-z0-9]{86}", "\\$1\\$[./A-Za-z0-9]{8}\\$[./A-Za-z0-9]{22}", "md5" HEX "{32}"}, {BASE64 "{60}", HEX "{32}", HEX "{64}"}},
	{"pin", {"\\d{4}"}, {"\\d{4}"}},
	{"api_secret", {"AKIA[A-Z2-7]{16}", "AIza[0-9A-Za-z_-]{35}", "(sk|rk)_live_[0-9a-zA-Z]{24}", "glpat-[0-9a-zA-Z_-]{20}", "xoxb-\\d{12}-\\d{12}-[0-9a-zA-Z]{24}"}, {"[A-Z0-9]{20}", URL64 "{32}", URL64 "{40}", HEX "{32}"}},
	{"jwt", {"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\\.eyJ[a-zA-Z0-9]{40}\\." URL64 "{42}[AEIMQUYcgkosw048]", "eyJhbGciOiJSUzI1NiJ9\\.eyJzdWIiOiI[A-Za-z0-9]{20}\\." URL64 "{85}[AQgw]"}, {URL64 "{120}", "[A-Za-z0-9_.-]{60}"}},
	{"private_key", {"-----BEGIN (RSA |EC )?PRIVATE KEY-----\\nMIIE" BASE64 "{60}\\n" BASE64 "{64}\\n" BASE64 "{38}==\\n-----END (RSA |EC )?PRIVATE KEY-----\\n"}, {BASE64 "{64}", "<word> <word> <word> <word> <word> <word> <word> <word> <word> <word> <word> <word>"}},
	{"otp_secret", {"[A-Z2-7]{16}", "[A-Z2-7]{32}"}, {CODE "{16}", CODE "{32}", "[a-z]{16}"}},

	/* places, dates, and what people are */
	{"geo_point", {"-?[1-8]?\\d\\.\\d{5,6}, ?-?1?\\d{1,2}\\.\\d{5,6}"}, {"[0-9., -]{14,22}"}},
	{"latitude", {"-?[1-8]?\\d\\.\\d{4,6}"}, {"\\d{1,3}\\.\\d{1,6}"}},
	{"longitude", {"-?1?[0-7]?\\d\\.\\d{4,6}"}, {"\\d{1,3}\\.\\d{1,6}"}},
	{"birth_date", {YYYY "-" MM "-" DD, DD "[-/.]" MM "[-/.]" YYYY, YYYYMMDD}, {"(19[7-9]\\d|20[0-3]\\d)-" MM "-" DD, "\\d{8}"}},
	{"gender", {"[MFmf]", "(male|female|Male|Female|man|vrouw|Mann|Frau|homme|femme)"}, {"[A-Z]", "[a-z]", WORD_LIKE}},
	{"marital_status", {"(single|married|divorced|widowed|Single|Married|gehuwd|ledig|verheiratet|célibataire|marié)"}, {WORD_LIKE}},
	{"photo", {"data:image/(png|jpeg);base64,(iVBORw0KGgo|/9j/4AAQSkZJ)" BASE64 "{120}"}, {ANY "{40,80}", BASE64 "{120}"}},
	{"health_condition", {"[A-TV-Z]\\d[0-9]\\.\\d", "[A-TV-Z]\\d\\d"}, {CODE "{3}", CODE "{4}"}},
	{"blood_type", {"(A|B|AB|O)[+-]"}, {"[A-Z][+-]", "[A-Z]{1,2}", ANY "{2,3}"}},
	{"medication", {"\\d{4,5}-\\d{3,4}-\\d{1,2}", "[A-Z]\\d\\d[A-Z]{2}\\d\\d"}, {CODE "{7}", "\\d{10}", "\\d{11}"}},
	{"genetic", {"rs[1-9]\\d{5,7}", "[ACGT]{24,80}"}, {"[a-z]{2}\\d{6}", "[A-Z]{24}"}},
	{"free_text", {"<word> <word> <word> <word> <word> <word> <word> <word> <word> <word> <word> <word>\\."}, {WORD_LIKE}},
};

const int	made_class_count = sizeof(made_classes) / sizeof(made_classes[0]);
