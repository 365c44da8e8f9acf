/*
 * evidence_weight.c: how much the name of a class weighs, and its table; names
 * that say little
 *
 * Log-odds of our own making, set by judgement and tried on columns of known
 * content.  A class that is not here has the weights of its kind.
 */
#include "evidence_weight.h"

#include <string.h>

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
	{"imsi", 3.5, -8.0, ALONE, BV_SHAPE_CODE},
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
	{"account", -2.0},
	{"accountno", -2.3},		/* of a customer, before one of a bank */
	{"accountnumber", -2.3},
	{"acctno", -2.3},
	{"aciklama", -1.0},
	{"ad", -3.2},			/* a name in Turkish, an advertisement in English */
	{"add", -1.5},
	{"add1", -0.5},
	{"adres", -0.3},
	{"age", -0.5},				/* of an account, a building, a wine */
	{"alias", -3.5},
	{"allergy", -0.5},
	{"apartment", -1.0},
	{"balance", -2.0},
	{"bedrijfnaam", -2.5},
	{"bedrijfsnaam", -2.5},
	{"ber", -2.0},
	{"beschreibung", -1.0},
	{"beskrivning", -1.0},
	{"bmi", -0.5},
	{"browser", -4.0},
	{"bruto", -0.5},
	{"btw", -3.0},
	{"businessname", -2.5},
	{"cell", -1.0},			/* of a net, a table, a battery */
	{"cid", -3.0},
	{"client", -2.5},
	{"clientid", -2.0},			/* of OAuth, and of customers */
	{"company", -2.5},			/* a customer rather than an employer */
	{"companyname", -2.5},
	{"companynm", -2.5},
	{"compensation", -1.5},
	{"complemento", -0.8},
	{"compname", -2.5},
	{"coname", -2.5},
	{"condition", -3.5},		/* of a used car */
	{"conm", -2.5},
	{"county", -0.3},
	{"cv", -1.0},
	{"degree", -2.5},
	{"descricao", -1.0},
	{"descripcion", -1.0},
	{"description", -1.0},	/* of what is sold, mostly */
	{"descrizione", -1.0},
	{"designation", -3.0},
	{"diagnosis", -0.3},
	{"district", -1.0},			/* of schools, of sales */
	{"drug", -1.5},
	{"eml", -0.3},
	{"emploi", -1.0},
	{"empresa", -2.0},
	{"estado", -3.5},			/* of a country, or of affairs */
	{"exp", -5.0},				/* experience, or of anything that ends */
	{"expdate", -2.5},
	{"expiration", -3.0},
	{"expirationdate", -3.0},
	{"expires", -5.0},			/* of accounts and sessions */
	{"expiry", -2.5},
	{"expirydate", -3.0},
	{"facebook", -0.5},
	{"family", -1.0},			/* of jobs, of products */
	{"fin", -3.0},
	{"fingerprint", -3.0},		/* of a browser or a key */
	{"firma", -2.0},
	{"firmenname", -2.5},
	{"foretagsnamn", -2.5},
	{"fullname", -1.3},		/* of courses and files too */
	{"funcao", -1.0},
	{"functie", -0.5},
	{"geldigtot", -3.0},
	{"genre", -2.5},			/* of people in French, of films and music everywhere */
	{"gueltigbis", -3.0},	/* anything may be valid until then */
	{"gultigbis", -3.0},
	{"handle", -2.0},
	{"idioma", -1.5},
	{"idno", -1.5},
	{"idnum", -1.5},
	{"idnumber", -2.5},	/* of whatever is numbered */
	{"idnummer", -1.5},
	{"il", -2.0},
	{"image", -2.0},			/* of whatever is sold */
	{"ime", -2.0},
	{"imie", -0.3},
	{"instagram", -0.5},
	{"iris", -3.0},
	{"isim", -2.5},
	{"iva", -3.0},
	{"jmeno", -2.0},
	{"job", -2.5},				/* of a scheduler */
	{"jobname", -3.0},		/* of a scheduler */
	{"kraj", -0.5},
	{"lang", -3.5},
	{"language", -3.5},			/* of a film, a page, a setting */
	{"langue", -1.5},
	{"lek", -1.0},
	{"lingua", -1.5},
	{"linkedin", -0.5},
	{"locale", -6.0},
	{"location", -4.5},		/* a place in words */
	{"login", -0.5},
	{"marca", -3.0},
	{"matricula", -2.0},	/* of cars, students and staff */
	{"mei", -2.0},
	{"memberid", -2.5},			/* of a club or a relation, before an insurance */
	{"ming", -2.5},
	{"mobil", -0.5},
	{"moms", -3.0},
	{"mwst", -3.0},			/* a rate, before a number */
	{"naam", -3.5},				/* everything has a name */
	{"nama", -3.5},
	{"name", -3.5},
	{"namn", -3.5},
	{"nation", -0.5},
	{"navn", -3.5},
	{"nazevfirmy", -2.5},
	{"nazwafirmy", -2.5},
	{"nev", -3.5},
	{"nick", -0.5},
	{"nimi", -3.5},
	{"nm", -3.5},
	{"nom", -3.5},
	{"nombre", -3.5},
	{"nombreempresa", -2.5},
	{"nome", -3.5},
	{"nomeazienda", -2.5},
	{"nomeempresa", -2.5},
	{"nomefantasia", -2.5},
	{"nomentreprise", -2.5},
	{"nomsociete", -2.5},
	{"nume", -3.5},
	{"obec", -0.5},
	{"omschrijving", -1.0},
	{"onoma", -1.5},
	{"organisatienaam", -2.5},
	{"organisation", -2.5},
	{"organization", -2.5},
	{"orgname", -2.5},
	{"partij", -2.0},
	{"partner", -3.0},
	{"party", -2.5},
	{"pass", -2.0},
	{"patientid", -2.5},	/* a key, before the number of a file */
	{"phn", -0.3},
	{"pic", -1.5},
	{"picture", -0.8},
	{"placa", -1.0},		/* a plate in Spanish, pay in Polish */
	{"plat", -1.0},
	{"pol", -1.5},
	{"poli", -2.0},
	{"posao", -0.8},
	{"position", -4.5},
	{"pozice", -1.5},
	{"prescription", -0.5},
	{"providerid", -3.0},
	{"qualifica", -0.5},
	{"qualification", -1.0},
	{"race", -1.0},
	{"ragionesociale", -2.5},
	{"raisonsociale", -2.5},
	{"razaosocial", -2.5},
	{"razonsocial", -2.5},
	{"recapito", -0.8},
	{"registration", -2.0},
	{"registrationno", -2.0},
	{"registrationnumber", -2.0},
	{"residence", -1.0},
	{"resume", -0.5},
	{"role", -6.0},				/* of an account */
	{"run", -3.0},			/* of a job, before a number of Chile */
	{"rx", -2.5},			/* received, before prescribed */
	{"sal", -0.5},
	{"sandi", -1.0},
	{"scheme", -2.0},
	{"school", -2.0},
	{"sei", -2.0},
	{"serial", -1.5},
	{"session", -2.0},
	{"signature", -2.0},
	{"signedby", -0.5},
	{"skype", -0.5},
	{"smoker", -0.3},
	{"sprache", -1.5},
	{"sprak", -1.5},
	{"stanowisko", -1.5},
	{"state", -1.5},			/* of an order */
	{"statecd", -1.5},
	{"statecode", -1.5},
	{"stellung", -1.5},
	{"stilling", -0.5},
	{"strana", -2.0},	/* a country in Russian, a page in Czech */
	{"subjectid", -3.0},
	{"subscriberid", -3.0},
	{"suite", -1.5},
	{"taal", -1.5},
	{"tara", -2.0},		/* a country in Romanian, an empty weight */
	{"titel", -4.0},
	{"title", -5.2},			/* of a book, a page, a job */
	{"titular", -1.0},
	{"titulo", -4.0},
	{"token", -0.5},
	{"town", -0.3},
	{"tva", -3.0},
	{"twitter", -0.5},
	{"union", -2.5},
	{"university", -2.0},
	{"unvan", -1.5},
	{"user", -0.5},
	{"userid", -1.5},			/* a key rather than what is typed in */
	{"validthru", -1.0},
	{"validto", -3.0},
	{"validuntil", -3.0},
	{"vat", -1.0},
	{"village", -0.5},
	{"wage", -0.3},
	{"webhook", -3.5},			/* an address rather than a secret */
	{"xing", -2.5},
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
