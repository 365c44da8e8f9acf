/*
 * evidence_weight.c: how much the name of a class weighs, and its table; names
 * that say little
 *
 * Log-odds of our own making, set by judgement and tried on columns of known
 * content.  A class that is not here has the weights of its kind.
 */
#include "evidence_weight.h"

#include <string.h>

#include "array.h"

/* How much the table decides: a city is about a person only beside people. */
#define ALONE		0.3			/* the class speaks for itself */
#define BESIDE		0.8			/* worth more beside people */
#define DEPENDS		1.5			/* means nothing without its table */

/*
 * Government numbers have names that mean nothing else (bsn, personnummer), and
 * without the name there are dozens of them for any string of digits.
 */
static const BvWeight government_weight = {NULL, 3.0, -7.0, ALONE, BV_SHAPE_CODE};

/* Everything else that is not in the table below. */
static const BvWeight other_weight = {NULL, 2.2, -7.0, BESIDE, BV_SHAPE_ANY};

/* in order of name */
static const BvWeight weights[] = {
	{"account_balance", 2.0, -9.0, DEPENDS, BV_SHAPE_AMOUNT},	/* of people, or of ledgers */
	{"account_id", 1.5, -9.0, ALONE, BV_SHAPE_REFERENCE},
	{"address", 2.0, -9.0, BESIDE, BV_SHAPE_STREET},
	{"age", 1.5, -9.0, DEPENDS, BV_SHAPE_YEARS},	/* of accounts, wine and caches too */
	{"api_secret", 2.0, -6.0, ALONE, BV_SHAPE_SECRET},
	{"bank_account", 2.0, -9.0, BESIDE, BV_SHAPE_ACCOUNT},
	{"bic", 2.5, -7.0, ALONE, BV_SHAPE_CODE},
	{"biometric", 2.0, -9.0, BESIDE, BV_SHAPE_ANY},
	{"birth_date", 3.5, -9.0, ALONE, BV_SHAPE_BIRTH},	/* never by its values alone */
	{"birth_place", 2.5, -9.0, BESIDE, BV_SHAPE_WORDS},
	{"blood_type", 3.0, -5.0, ALONE, BV_SHAPE_FEW},
	{"card_cvv", 2.0, -9.0, BESIDE, BV_SHAPE_SHORT_NUMBER},
	{"card_expiry", 2.5, -9.0, BESIDE, BV_SHAPE_ANY},
	{"city", 1.8, -9.0, BESIDE, BV_SHAPE_WORDS},
	{"cookie_id", 2.2, -9.0, BESIDE, BV_SHAPE_SECRET},
	{"country", 0.8, -9.0, DEPENDS, BV_SHAPE_WORDS},
	{"credit_score", 2.5, -9.0, BESIDE, BV_SHAPE_SCORE},
	{"criminal_record", 1.5, -9.0, BESIDE, BV_SHAPE_ANY},
	{"crypto_wallet", 1.8, -6.0, ALONE, BV_SHAPE_SECRET},
	{"device_id", 2.5, -9.0, ALONE, BV_SHAPE_REFERENCE},
	{"education", 1.0, -9.0, DEPENDS, BV_SHAPE_WORDS},
	{"email", 3.5, -5.0, ALONE, BV_SHAPE_ANY},
	{"employer", 2.2, -9.0, DEPENDS, BV_SHAPE_ANY},
	{"ethnicity", 2.0, -9.0, BESIDE, BV_SHAPE_FEW},
	{"family", 1.0, -9.0, DEPENDS, BV_SHAPE_ANY},
	{"family_name", 3.3, -9.0, ALONE, BV_SHAPE_WORDS},
	{"fax", 2.5, -9.0, BESIDE, BV_SHAPE_ANY},
	{"free_text", 0.8, -9.0, BESIDE, BV_SHAPE_PROSE},
	{"gender", 2.0, -9.0, BESIDE, BV_SHAPE_SEX},
	{"geo_point", 1.5, -6.5, BESIDE, BV_SHAPE_ANY},
	{"given_name", 3.3, -9.0, ALONE, BV_SHAPE_WORDS},
	{"health_condition", 2.5, -9.0, BESIDE, BV_SHAPE_REMARK},
	{"iban", 3.5, -5.0, ALONE, BV_SHAPE_CODE},
	{"iccid", 3.0, -6.0, ALONE, BV_SHAPE_CODE},
	{"imei", 3.5, -5.5, ALONE, BV_SHAPE_CODE},
	{"imsi", 3.5, -11.0, ALONE, BV_SHAPE_CODE},
	{"income", 1.8, -9.0, BESIDE, BV_SHAPE_AMOUNT},
	{"insurance_policy", 2.0, -9.0, BESIDE, BV_SHAPE_CODE},
	{"ip_address", 2.5, -5.0, ALONE, BV_SHAPE_ANY},
	{"jwt", 2.5, -5.0, ALONE, BV_SHAPE_SECRET},
	{"language", 1.0, -9.0, DEPENDS, BV_SHAPE_WORDS},
	{"latitude", 2.0, -9.0, BESIDE, BV_SHAPE_LATITUDE},
	{"license_plate", 3.0, -9.0, ALONE, BV_SHAPE_CODE},
	{"longitude", 2.0, -9.0, BESIDE, BV_SHAPE_LONGITUDE},
	{"mac", 3.0, -5.0, ALONE, BV_SHAPE_ANY},
	{"marital_status", 3.0, -9.0, ALONE, BV_SHAPE_FEW},
	{"medical_record_no", 2.8, -9.0, ALONE, BV_SHAPE_REFERENCE},
	{"medication", 1.5, -9.0, BESIDE, BV_SHAPE_ANY},
	{"message_content", 0.8, -9.0, BESIDE, BV_SHAPE_PROSE},
	{"name", 2.5, -9.0, DEPENDS, BV_SHAPE_WORDS},
	{"nationality", 2.5, -9.0, ALONE, BV_SHAPE_WORDS},
	{"occupation", 2.5, -9.0, BESIDE, BV_SHAPE_WORDS},
	{"otp_secret", 2.0, -9.0, ALONE, BV_SHAPE_SECRET},
	{"password", 3.2, -9.0, ALONE, BV_SHAPE_SECRET},
	{"password_hash", 3.2, -5.0, ALONE, BV_SHAPE_HASH},
	{"password_hint", 2.5, -9.0, ALONE, BV_SHAPE_ANY},
	{"payment_card", 2.5, -5.0, ALONE, BV_SHAPE_CODE},
	{"phone", 3.0, -5.5, ALONE, BV_SHAPE_ANY},
	{"photo", 1.8, -9.0, DEPENDS, BV_SHAPE_LINK},
	{"pin", 1.0, -9.0, BESIDE, BV_SHAPE_SHORT_NUMBER},
	{"political_opinion", 2.8, -9.0, BESIDE, BV_SHAPE_WORDS},
	{"postcode", 2.2, -9.0, BESIDE, BV_SHAPE_PLACE_CODE},
	{"private_key", 2.5, -5.0, ALONE, BV_SHAPE_ANY},
	{"region", 1.5, -9.0, BESIDE, BV_SHAPE_WORDS},
	{"religion", 2.5, -9.0, BESIDE, BV_SHAPE_WORDS},
	{"security_answer", 2.8, -9.0, ALONE, BV_SHAPE_ANY},
	{"serial_number", 0.5, -9.0, BESIDE, BV_SHAPE_CODE},
	{"sexual_orientation", 3.0, -9.0, ALONE, BV_SHAPE_FEW},
	{"social_handle", 1.8, -9.0, BESIDE, BV_SHAPE_LOGIN},
	{"trade_union", 2.8, -9.0, BESIDE, BV_SHAPE_WORDS},
	{"url", 0.8, -9.0, BESIDE, BV_SHAPE_LINK},	/* by name: any value is some link */
	{"user_agent", 2.5, -6.0, ALONE, BV_SHAPE_ANY},
	{"username", 2.5, -9.0, ALONE, BV_SHAPE_LOGIN},
	{"vin", 2.5, -5.5, ALONE, BV_SHAPE_CODE},
};

/* Names that other things than the class have too. */
typedef struct GenericName
{
	const char *name;			/* folded */
	float		penalty;
} GenericName;

/* in order of name */
static const GenericName generic_names[] = {
	{"ablaufdatum", -3.0},
	{"accesscode", -1.0},
	{"account", -2.0},
	{"accountno", -2.3},		/* of a customer, before one of a bank */
	{"accountnumber", -2.3},
	{"acctno", -2.3},
	{"aciklama", -1.5},
	{"ad", -3.2},			/* a name in Turkish, an advertisement in English */
	{"add", -1.5},
	{"add1", -0.5},
	{"adres", -0.3},
	{"age", -0.5},				/* of an account, a building, a wine */
	{"alias", -3.5},
	{"allergy", -0.5},
	{"ancestry", -2.0},		/* of a tree in many a framework */
	{"anne", -1.0},
	{"apartment", -1.0},
	{"apolice", -0.5},
	{"atc", -1.5},
	{"attraction", -1.0},
	{"baba", -1.0},
	{"balance", -2.0},
	{"bearer", -2.5},
	{"bedrijfnaam", -2.5},
	{"bedrijfsnaam", -2.5},
	{"behallning", -1.0},
	{"ber", -2.0},
	{"beschreibung", -1.6},
	{"beskrivelse", -1.6},
	{"beskrivning", -1.6},
	{"bi", -3.0},
	{"birth", -0.3},
	{"bmi", -0.5},
	{"breite", -3.0},		/* width, before latitude */
	{"browser", -4.0},
	{"brut", -2.5},
	{"bruto", -2.5},
	{"bruto1", -1.0},
	{"brutto", -2.5},		/* a weight, a price */
	{"btw", -3.0},
	{"buro", -2.0},
	{"busca", -1.5},
	{"businessname", -2.5},
	{"caducidad", -3.0},
	{"cell", -1.0},			/* of a net, a table, a battery */
	{"cerca", -1.5},
	{"certificate", -2.5},
	{"ci", -3.0},
	{"cid", -3.0},
	{"cifno", -1.5},
	{"cim", -1.0},		/* an address and a title */
	{"cins", -2.5},		/* a kind of anything */
	{"cli", -2.5},
	{"clid", -2.0},
	{"client", -2.5},
	{"clientid", -2.0},			/* of OAuth, and of customers */
	{"cob", -1.0},
	{"company", -2.5},			/* a customer rather than an employer */
	{"companyname", -2.5},
	{"companynm", -2.5},
	{"compensation", -1.5},
	{"complemento", -0.8},
	{"compname", -2.5},
	{"compnyname", -2.5},
	{"coname", -2.5},
	{"condition", -3.5},		/* of a used car */
	{"conm", -2.5},
	{"conta", -2.0},
	{"contacto", -1.0},
	{"contato", -1.0},
	{"cor", -2.5},		/* colour */
	{"county", -0.3},
	{"cov", -2.0},
	{"csc", -2.0},
	{"csp", -2.0},
	{"cult", -1.5},
	{"cv", -1.0},
	{"datascadenza", -3.0},
	{"datavalidade", -3.0},
	{"dateexpiration", -3.0},
	{"degree", -2.5},
	{"departement", -2.8},		/* of a country, and of a company in many a database */
	{"depto", -2.8},
	{"desc", -1.6},
	{"descr", -1.6},
	{"descricao", -1.6},
	{"descriere", -1.6},
	{"descripcion", -1.6},
	{"description", -1.6},		/* of what is sold, mostly */
	{"descrizione", -1.6},
	{"designation", -3.0},
	{"dg", -2.5},
	{"diag", -1.0},
	{"diagnosis", -0.3},
	{"diploma", -0.5},
	{"district", -1.5},			/* of schools, of sales */
	{"docid", -4.0},
	{"docno", -4.0},		/* of an invoice, before that of a traveller */
	{"docnumero", -2.0},
	{"documento", -1.5},
	{"dom", -3.0},		/* a sentence in Swedish, a house in Polish, a domain */
	{"dosage", -1.0},
	{"drug", -1.5},
	{"dx", -1.0},
	{"earnings", -1.0},
	{"edu", -0.5},
	{"eml", -0.3},
	{"emploi", -1.0},
	{"empresa", -2.0},
	{"engel", -1.5},
	{"estado", -3.5},			/* of a country, or of affairs */
	{"examen", -2.0},		/* an examination, before a degree */
	{"exp", -5.0},				/* experience, or of anything that ends */
	{"expdate", -2.5},
	{"expdt", -4.0},
	{"expediente", -3.0},		/* a file of any office */
	{"expiration", -3.0},
	{"expirationdate", -3.0},
	{"expires", -5.0},			/* of accounts and sessions */
	{"expiry", -2.5},
	{"expirydate", -3.0},
	{"facebook", -0.5},
	{"family", -1.0},			/* of jobs, of products */
	{"father", -0.5},
	{"fechavencimiento", -3.0},
	{"ficha", -2.0},
	{"filiacion", -1.5},
	{"fin", -3.0},
	{"fingerprint", -3.0},		/* of a browser or a key */
	{"firma", -2.0},
	{"firmenname", -2.5},
	{"first", -3.2},
	{"fn", -1.0},
	{"foretagsnamn", -2.5},
	{"fullname", -1.8},		/* of courses and files too */
	{"func", -3.0},
	{"funcao", -1.5},
	{"functie", -0.5},
	{"function", -3.5},
	{"geldigtot", -3.0},
	{"genere", -2.0},
	{"genero", -1.0},
	{"genre", -2.5},			/* of people in French, of films and music everywhere */
	{"gift", -3.2},		/* married in Swedish, a present in English */
	{"giltigtill", -3.0},
	{"grad", -2.0},
	{"grades", -1.5},
	{"gueltigbis", -3.0},	/* anything may be valid until then */
	{"gultigbis", -3.0},
	{"haberes", -1.0},
	{"handicap", -1.5},
	{"handle", -2.0},
	{"hc", -2.5},
	{"heritage", -1.0},
	{"herkomst", -2.0},
	{"herkunft", -2.5},		/* of goods, of a customer's interest */
	{"hn", -1.5},
	{"hp", -2.0},
	{"ibu", -2.5},
	{"ic", -2.5},
	{"identification", -1.5},
	{"identity", -2.5},
	{"idioma", -1.5},
	{"idno", -1.5},
	{"idnum", -1.5},
	{"idnumber", -3.3},	/* of whatever is numbered */
	{"idnummer", -1.5},
	{"ik", -1.0},
	{"il", -2.0},
	{"image", -2.0},			/* of whatever is sold */
	{"imagem", -2.0},
	{"imagen", -2.0},
	{"ime", -2.0},
	{"imie", -0.3},
	{"impairment", -2.0},
	{"indeks", -2.5},
	{"ine", -1.0},
	{"ingr", -3.0},
	{"injury", -0.5},
	{"ink", -3.0},
	{"instagram", -0.5},
	{"institution", -2.0},
	{"iris", -3.0},
	{"isim", -2.5},
	{"iva", -3.0},
	{"jmeno", -2.0},
	{"job", -2.5},				/* of a scheduler */
	{"jobname", -3.0},		/* of a scheduler */
	{"kieli", -1.5},
	{"kom", -1.0},
	{"kon", -1.0},
	{"kraj", -0.8},
	{"kt", -1.5},
	{"kuvaus", -1.6},
	{"laenge", -3.0},
	{"lan", -2.5},		/* a network */
	{"lang", -3.5},
	{"lange", -3.0},
	{"language", -3.5},			/* of a film, a page, a setting */
	{"langue", -1.5},
	{"last", -3.2},
	{"leiras", -1.6},
	{"lek", -1.0},
	{"licno", -2.5},
	{"licnum", -2.5},
	{"lingua", -1.5},
	{"linkedin", -0.5},
	{"liquido", -2.5},
	{"ln", -1.0},
	{"locale", -6.0},
	{"location", -4.5},		/* a place in words */
	{"login", -0.5},
	{"lordo", -2.5},
	{"luong", -2.5},
	{"major", -3.0},
	{"make", -3.5},		/* of a car */
	{"mama", -1.0},
	{"marca", -3.0},
	{"matricula", -2.0},	/* of cars, students and staff */
	{"mei", -2.0},
	{"mel", -1.0},
	{"memberid", -2.5},			/* of a club or a relation, before an insurance */
	{"mesto", -1.0},
	{"mf", -1.0},
	{"ming", -2.5},
	{"mob", -1.0},
	{"mobil", -0.5},
	{"moms", -3.0},
	{"mother", -0.5},
	{"mrn", -0.5},
	{"mv", -2.5},
	{"mwst", -3.0},			/* a rate, before a number */
	{"naam", -3.5},				/* everything has a name */
	{"nama", -3.5},
	{"name", -3.5},
	{"namn", -3.5},
	{"nar", -1.0},
	{"nat", -1.0},
	{"nation", -0.5},
	{"navn", -3.5},
	{"nazevfirmy", -2.5},
	{"nazwafirmy", -2.5},
	{"ncarta", -2.0},
	{"ndoc", -3.5},
	{"ndocumento", -3.0},
	{"ne", -2.5},
	{"netapayer", -2.5},
	{"neto", -2.5},
	{"netto", -2.5},
	{"networkkey", -1.0},
	{"nev", -3.5},
	{"nick", -0.5},
	{"nim", -1.0},
	{"nimi", -3.5},
	{"nip", -1.0},
	{"nis", -1.5},
	{"nm", -3.5},
	{"nodossier", -2.0},
	{"nom", -3.5},
	{"nombre", -3.5},
	{"nombreempresa", -2.5},
	{"nome", -3.5},
	{"nomeazienda", -2.5},
	{"nomeempresa", -2.5},
	{"nomefantasia", -2.5},
	{"nomentreprise", -2.5},
	{"nomsociete", -2.5},
	{"nopiece", -3.0},
	{"nrc", -1.5},
	{"nrdocumento", -3.0},
	{"nrodoc", -3.0},
	{"nrodocumento", -3.0},
	{"numdoc", -3.5},
	{"numdossier", -1.0},
	{"nume", -3.5},
	{"numerodocumento", -3.2},		/* of any document */
	{"numeroexpediente", -2.5},
	{"numeropiece", -3.0},
	{"numpiece", -2.5},
	{"obec", -0.5},
	{"occ", -0.7},
	{"oficio", -1.0},
	{"okres", -2.0},		/* a district and a period */
	{"omschrijving", -1.6},
	{"onoma", -1.5},
	{"opis", -1.6},
	{"ordenado", -2.0},
	{"organisatienaam", -2.5},
	{"organisation", -2.5},
	{"organization", -2.5},
	{"orgname", -2.5},
	{"orient", -2.0},
	{"orientation", -2.0},
	{"pai", -1.0},
	{"parentesco", -2.0},		/* of kin, seldom who they are */
	{"parole", -2.0},
	{"parti", -2.5},
	{"partido", -1.5},
	{"partij", -2.0},
	{"partner", -3.0},
	{"party", -2.5},
	{"pass", -2.0},
	{"patientid", -2.5},	/* a key, before the number of a file */
	{"payroll", -1.0},
	{"pension", -1.0},
	{"pensione", -1.0},
	{"phn", -0.3},
	{"pic", -1.5},
	{"picture", -0.8},
	{"pid", -4.0},		/* of a process */
	{"pis", -1.0},
	{"placa", -1.0},		/* a plate in Spanish, pay in Polish */
	{"plat", -2.0},
	{"pnr", -2.0},		/* of a booking */
	{"pob", -1.0},
	{"poczta", -2.0},
	{"pol", -1.5},
	{"poli", -2.0},
	{"polis", -1.0},
	{"polita", -1.0},
	{"poliza", -0.5},
	{"popis", -1.6},
	{"posao", -0.8},
	{"position", -4.5},
	{"post", -3.0},
	{"posta", -2.0},
	{"poste", -3.5},
	{"posto", -3.0},
	{"pozice", -1.5},
	{"prescription", -0.5},
	{"prijem", -2.0},
	{"prof", -1.0},
	{"providerid", -3.0},
	{"qualifica", -1.5},
	{"qualification", -1.0},
	{"raca", -2.0},
	{"race", -2.0},
	{"ragionesociale", -2.5},
	{"raisonsociale", -2.5},
	{"ral", -1.5},		/* of colours */
	{"ras", -2.0},		/* of dogs and cattle */
	{"rasse", -2.0},
	{"raw", -2.0},
	{"rayon", -2.5},		/* a department of a shop */
	{"raza", -2.0},
	{"razaosocial", -2.5},
	{"razonsocial", -2.5},
	{"razza", -2.0},
	{"recapito", -0.8},
	{"registracija", -2.0},
	{"registration", -2.0},
	{"registrationno", -2.0},
	{"registrationnumber", -2.0},
	{"relationship", -2.5},
	{"residence", -1.0},
	{"resume", -0.5},
	{"rg", -1.5},
	{"role", -7.5},				/* of an account */
	{"run", -3.0},			/* of a job, before a number of Chile */
	{"rx", -2.5},			/* received, before prescribed */
	{"sal", -1.5},
	{"sandi", -1.0},
	{"scadenza", -3.0},
	{"scheme", -2.0},
	{"schemeno", -1.0},
	{"school", -2.0},
	{"scoring", -2.5},
	{"seeking", -1.5},
	{"seeks", -1.0},
	{"sei", -2.0},
	{"sequencia", -3.0},
	{"serial", -1.5},
	{"session", -2.0},
	{"shem", -2.0},
	{"sid", -3.0},
	{"signature", -2.0},
	{"signedby", -0.5},
	{"skype", -0.5},
	{"smoker", -0.3},
	{"solde", -1.0},
	{"spol", -0.5},
	{"spr", -2.0},
	{"sprache", -1.5},
	{"sprak", -1.5},
	{"srodki", -1.0},
	{"ss", -2.0},
	{"st", -2.5},
	{"stanowisko", -1.5},
	{"stat", -2.0},
	{"state", -2.6},			/* of an order */
	{"statecd", -1.5},
	{"statecode", -1.5},
	{"stellung", -1.5},
	{"stilling", -0.5},
	{"strana", -2.0},	/* a country in Russian, a page in Czech */
	{"studentid", -1.0},
	{"subjectid", -3.0},
	{"subscriberid", -3.0},
	{"sucht", -1.5},
	{"suite", -1.5},
	{"sx", -0.5},
	{"taal", -1.5},
	{"tani", -1.0},
	{"tara", -2.0},		/* a country in Romanian, an empty weight */
	{"tata", -1.0},
	{"testresult", -2.0},
	{"titel", -4.0},
	{"title", -5.8},			/* of a book, a page, a job */
	{"titolo", -4.5},
	{"titre", -4.5},
	{"titular", -1.0},
	{"titulo", -4.0},
	{"tk", -1.5},
	{"toimi", -1.0},
	{"token", -0.5},
	{"town", -0.3},
	{"trade", -3.0},
	{"tva", -3.0},
	{"twitter", -0.5},
	{"tz", -4.5},		/* a zone of time, before a number of Israel */
	{"ucret", -1.5},
	{"uid", -3.5},
	{"uni", -2.5},
	{"union", -2.5},
	{"university", -2.0},
	{"unvan", -1.5},
	{"user", -0.5},
	{"userid", -1.5},			/* a key rather than what is typed in */
	{"utgangsdatum", -3.0},
	{"validade", -3.0},
	{"validthru", -1.0},
	{"validto", -3.0},
	{"validuntil", -3.0},
	{"vat", -1.5},
	{"veli", -1.0},
	{"venc", -2.0},
	{"vencimento", -3.0},
	{"vencimiento", -3.0},
	{"vera", -1.0},
	{"vervaldatum", -3.0},
	{"village", -0.5},
	{"vinculo", -2.0},
	{"visitid", -3.5},
	{"vote", -2.0},
	{"wage", -0.3},
	{"wallet", -2.5},
	{"webhook", -3.5},			/* an address rather than a secret */
	{"xing", -2.5},
	{"zaklad", -1.0},
	{"zoekt", -1.5},
	{"zustatek", -1.0},
	{"الاسم", -3.0},
	{"名前", -3.0},
	{"名称", -3.5},
	{"이름", -3.5},
};

static const BvWeight *
find_weight(const BvClass *class)
{
	size_t		low = 0;
	size_t		high = lengthof(weights);

	while (low < high)
	{
		size_t		middle = (low + high) / 2;
		int			order = strcmp(class->name, weights[middle].name);

		if (order == 0)
			return &weights[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	if (strcmp(class->category, "government_id") == 0 || strcmp(class->category, "vehicle") == 0)
		return &government_weight;
	return &other_weight;
}

const BvWeight *
bv_weight_of(const BvClass *class)
{
	/* what was found once: it is asked for with every column */
	static const BvWeight *found[BV_CLASS_LIMIT];

	if (class != bv_class_by_number(class->number))
		return find_weight(class);
	if (found[class->number] == NULL)
		found[class->number] = find_weight(class);
	return found[class->number];
}

/* The penalty of exactly that name, or 0. */
static double
penalty_of(const char *name, size_t len)
{
	size_t		low = 0;
	size_t		high = lengthof(generic_names);

	while (low < high)
	{
		size_t		middle = (low + high) / 2;
		const char *known = generic_names[middle].name;
		int			order = strncmp(name, known, len);

		if (order == 0 && known[len] == '\0')
			return generic_names[middle].penalty;
		if (order <= 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

double
bv_generic_penalty(const char *name, size_t len)
{
	double		penalty = penalty_of(name, len);

	return penalty == 0 && len > 1 && name[len - 1] == 's' ? penalty_of(name, len - 1) : penalty;
}
