/*
 * validate_api_secret.c: keys to the interfaces of services, by their vendors' shapes
 *
 * Most begin with letters that the vendor chose so that they can be found, and
 * the rest has a fixed length and alphabet.  Shapes are from the vendors'
 * documentation of their keys and of secret scanning.  A secret without such a
 * shape (forty characters of AWS, hex of Twilio) is not told by its value.
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "digest.h"
#include "token_text.h"

/* What else must hold. */
typedef enum Check
{
	CHECK_NOTHING,
	CHECK_GITHUB,				/* CRC-32 of the random part in base 62, six characters */
	CHECK_OPENAI,				/* T3BlbkFJ in the middle */
	CHECK_UUID,
	CHECK_SLACK,				/* groups of digits, then letters and digits */
	CHECK_SENDGRID,				/* two parts of 22 and 43 */
	CHECK_AIRTABLE,				/* two parts of 14 and, in hex, 64 */
	CHECK_HARNESS,				/* three parts of 22, 24 and 20 */
	CHECK_MIXED					/* capitals, small letters and digits, or hardly random */
} Check;

typedef struct Shape
{
	const char *prefix;
	uint16_t	shortest;		/* of what follows the prefix */
	uint16_t	longest;
	uint16_t	kinds;			/* its characters, BV_CHAR_* */
	uint8_t		check;
} Shape;

#define SMALL	(BV_CHAR_DIGIT | BV_CHAR_LOWER)
#define CAPITAL	(BV_CHAR_DIGIT | BV_CHAR_UPPER)
#define ALNUM	BV_CHARS_ALNUM
#define HEX		BV_CHARS_SMALL_HEX
#define URL		BV_CHARS_BASE64_URL
#define DOTTED	(BV_CHARS_BASE64_URL | BV_CHAR_DOT)

/* In order of the first character, and of that alone. */
static const Shape shapes[] = {
	{"1//0", 60, 200, URL, CHECK_MIXED},	/* Google OAuth, refresh */
	{"4b1d", 38, 38, ALNUM, CHECK_MIXED},	/* ClickHouse Cloud */
	{"A3-", 36, 37, CAPITAL | BV_CHAR_MINUS_LINE, CHECK_NOTHING},	/* 1Password, secret key */
	{"A3T", 17, 17, CAPITAL, CHECK_NOTHING},	/* AWS */
	{"AIza", 35, 35, URL, CHECK_NOTHING},	/* Google */
	{"AKIA", 16, 16, BV_CHARS_BASE32, CHECK_NOTHING},	/* AWS, access key */
	{"ABIA", 16, 16, BV_CHARS_BASE32, CHECK_NOTHING},
	{"ACCA", 16, 16, BV_CHARS_BASE32, CHECK_NOTHING},
	{"ASIA", 16, 16, BV_CHARS_BASE32, CHECK_NOTHING},	/* temporary */
	{"ABSK", 109, 272, BV_CHARS_BASE64 | BV_CHAR_EQUALS, CHECK_MIXED},	/* Bedrock */
	{"AKCp", 69, 69, ALNUM, CHECK_MIXED},	/* Artifactory */
	{"API-", 26, 26, CAPITAL, CHECK_NOTHING},	/* Octopus Deploy */
	{"AAAA", 140, 160, URL, CHECK_MIXED},	/* Firebase messaging, without its number */
	{"CLOJARS_", 60, 60, SMALL, CHECK_NOTHING},
	{"EAAC", 100, 300, ALNUM, CHECK_MIXED},	/* Facebook, of a page */
	{"EAAM", 100, 300, ALNUM, CHECK_MIXED},
	{"EAACEdEose0cBA", 20, 300, ALNUM, CHECK_NOTHING},	/* Facebook */
	{"EAAA", 60, 60, URL, CHECK_MIXED},	/* Square */
	{"EZAK", 54, 54, ALNUM, CHECK_MIXED},	/* EasyPost */
	{"EZTK", 54, 54, ALNUM, CHECK_MIXED},
	{"FLWSECK_TEST-", 12, 44, ALNUM | BV_CHAR_MINUS_LINE, CHECK_NOTHING},	/* Flutterwave */
	{"FLWSECK-", 32, 44, ALNUM | BV_CHAR_MINUS_LINE, CHECK_NOTHING},
	{"GOCSPX-", 28, 28, URL, CHECK_NOTHING},	/* Google OAuth, client secret */
	{"GR1348941", 20, 20, URL, CHECK_NOTHING},	/* GitLab, runner registration */
	{"HRKU-AA", 58, 58, URL, CHECK_MIXED},	/* Heroku */
	{"LTAI", 12, 26, ALNUM, CHECK_MIXED},	/* Alibaba Cloud */
	{"NRAK-", 27, 27, CAPITAL, CHECK_NOTHING},	/* New Relic */
	{"NRJS-", 19, 19, HEX, CHECK_NOTHING},
	{"PMAK-", 59, 59, HEX | BV_CHAR_MINUS_LINE, CHECK_NOTHING},	/* Postman */
	{"R_", 32, 32, HEX, CHECK_NOTHING},	/* Bitly */
	{"SG.", 66, 66, DOTTED, CHECK_SENDGRID},
	{"SK", 32, 32, HEX, CHECK_NOTHING},	/* Twilio, a key */
	{"amzn.mws.", 36, 36, HEX | BV_CHAR_MINUS_LINE, CHECK_UUID},
	{"amzn1.oa2-cs.v1.", 64, 64, HEX, CHECK_NOTHING},
	{"api_org_", 34, 34, BV_CHARS_LETTER, CHECK_NOTHING},	/* Hugging Face, of an organisation */
	{"access_token$production$", 49, 49, BV_CHAR_PRINTED, CHECK_NOTHING},	/* Braintree */
	{"access_token$sandbox$", 49, 49, BV_CHAR_PRINTED, CHECK_NOTHING},
	{"bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t", 16, 960, BV_CHARS_BASE64 | BV_CHAR_EQUALS, CHECK_NOTHING},
	{"cmVmd", 59, 59, ALNUM, CHECK_MIXED},	/* Artifactory, reference */
	{"dapi", 32, 34, HEX | BV_CHAR_MINUS_LINE, CHECK_NOTHING},	/* Databricks */
	{"dckr_pat_", 27, 27, URL, CHECK_NOTHING},	/* Docker Hub */
	{"dop_v1_", 64, 64, HEX, CHECK_NOTHING},	/* DigitalOcean */
	{"doo_v1_", 64, 64, HEX, CHECK_NOTHING},
	{"dor_v1_", 64, 64, HEX, CHECK_NOTHING},
	{"dp.pt.", 43, 44, ALNUM, CHECK_NOTHING},	/* Doppler */
	{"duffel_live_", 43, 43, URL | BV_CHAR_EQUALS, CHECK_NOTHING},
	{"duffel_test_", 43, 43, URL | BV_CHAR_EQUALS, CHECK_NOTHING},
	{"dt0c01.", 89, 89, ALNUM | BV_CHAR_DOT, CHECK_NOTHING},	/* Dynatrace */
	{"eyJrIjoi", 70, 400, BV_CHARS_BASE64 | BV_CHAR_EQUALS, CHECK_MIXED},	/* Grafana, the older */
	{"figd_", 38, 44, URL, CHECK_MIXED},	/* Figma */
	{"fio-u-", 64, 64, URL | BV_CHAR_EQUALS, CHECK_MIXED},	/* Frame.io */
	{"fo1_", 43, 43, URL, CHECK_MIXED},	/* Fly.io */
	{"fm1a_", 100, 1000, BV_CHARS_BASE64 | BV_CHAR_EQUALS, CHECK_MIXED},
	{"fm1r_", 100, 1000, BV_CHARS_BASE64 | BV_CHAR_EQUALS, CHECK_MIXED},
	{"fm2_", 100, 1000, BV_CHARS_BASE64 | BV_CHAR_EQUALS, CHECK_MIXED},
	{"fly_v1_", 40, 400, URL, CHECK_NOTHING},
	{"ghp_", 36, 36, ALNUM, CHECK_GITHUB},
	{"gho_", 36, 36, ALNUM, CHECK_GITHUB},
	{"ghu_", 36, 36, ALNUM, CHECK_GITHUB},
	{"ghs_", 36, 36, ALNUM, CHECK_GITHUB},
	{"ghr_", 36, 36, ALNUM, CHECK_GITHUB},
	{"ghr_", 76, 76, ALNUM, CHECK_NOTHING},
	{"github_pat_", 82, 82, ALNUM | BV_CHAR_MINUS_LINE, CHECK_MIXED},
	{"glpat-", 20, 20, URL, CHECK_NOTHING},	/* GitLab */
	{"glpat-", 27, 300, DOTTED, CHECK_MIXED},	/* routable */
	{"gldt-", 20, 20, URL, CHECK_NOTHING},
	{"glft-", 20, 20, URL, CHECK_NOTHING},
	{"glsoat-", 20, 20, URL, CHECK_NOTHING},
	{"glrt-", 20, 20, URL, CHECK_NOTHING},
	{"glptt-", 40, 40, HEX, CHECK_NOTHING},
	{"glagent-", 50, 50, URL, CHECK_NOTHING},
	{"glcbt-", 20, 30, URL, CHECK_NOTHING},
	{"glrt-t", 38, 312, DOTTED, CHECK_MIXED},	/* routable */
	{"glffct-", 20, 20, URL, CHECK_NOTHING},
	{"glimt-", 25, 25, URL, CHECK_NOTHING},
	{"gloas-", 64, 64, URL, CHECK_NOTHING},
	{"gsk_", 52, 52, ALNUM, CHECK_MIXED},	/* Groq */
	{"glsa_", 41, 41, ALNUM | BV_CHAR_MINUS_LINE, CHECK_MIXED},	/* Grafana */
	{"glc_", 32, 400, BV_CHARS_BASE64 | BV_CHAR_EQUALS, CHECK_MIXED},
	{"hf_", 34, 34, BV_CHARS_LETTER, CHECK_NOTHING},	/* Hugging Face */
	{"hf_", 37, 40, ALNUM, CHECK_MIXED},
	{"hvs.", 90, 200, URL, CHECK_MIXED},	/* HashiCorp Vault */
	{"hvb.", 138, 300, URL, CHECK_MIXED},
	{"https://hooks.slack.com/services/T", 40, 80, ALNUM | BV_CHAR_PLUS_SLASH, CHECK_MIXED},
	{"https://discord.com/api/webhooks/", 80, 110, URL | BV_CHAR_PLUS_SLASH, CHECK_MIXED},
	{"https://hooks.slack.com/workflows/T", 40, 100, ALNUM | BV_CHAR_PLUS_SLASH, CHECK_MIXED},
	{"https://hooks.slack.com/triggers/", 40, 100, ALNUM | BV_CHAR_PLUS_SLASH, CHECK_MIXED},
	{"https://discordapp.com/api/webhooks/", 80, 110, URL | BV_CHAR_PLUS_SLASH, CHECK_MIXED},
	{"ico-", 32, 32, ALNUM, CHECK_NOTHING},	/* Intercom and kin */
	{"key-", 32, 32, HEX, CHECK_NOTHING},	/* Mailgun */
	{"lin_api_", 40, 40, ALNUM, CHECK_MIXED},	/* Linear */
	{"ntn_", 43, 50, ALNUM, CHECK_MIXED},	/* Notion */
	{"npm_", 36, 36, ALNUM, CHECK_GITHUB},
	{"nvapi-", 60, 80, URL, CHECK_MIXED},	/* NVIDIA */
	{"ops_eyJ", 250, 1000, BV_CHARS_BASE64 | BV_CHARS_BASE64_URL | BV_CHAR_EQUALS, CHECK_MIXED},	/* 1Password, service account */
	{"oy2", 43, 43, SMALL, CHECK_NOTHING},	/* NuGet */
	{"p8e-", 32, 32, ALNUM, CHECK_NOTHING},	/* Adobe */
	{"pat", 79, 79, ALNUM | BV_CHAR_DOT, CHECK_AIRTABLE},
	{"pat.", 68, 68, DOTTED, CHECK_HARNESS},
	{"pnu_", 36, 36, ALNUM, CHECK_MIXED},	/* Prefect */
	{"pscale_oauth_", 32, 64, DOTTED | BV_CHAR_EQUALS, CHECK_NOTHING},
	{"pat-na1-", 36, 36, HEX | BV_CHAR_MINUS_LINE, CHECK_UUID},	/* HubSpot */
	{"pat-eu1-", 36, 36, HEX | BV_CHAR_MINUS_LINE, CHECK_UUID},
	{"pplx-", 48, 56, ALNUM, CHECK_MIXED},	/* Perplexity */
	{"pscale_tkn_", 32, 64, DOTTED | BV_CHAR_EQUALS, CHECK_NOTHING},	/* PlanetScale */
	{"pscale_pw_", 32, 64, DOTTED | BV_CHAR_EQUALS, CHECK_NOTHING},
	{"pul-", 40, 40, HEX, CHECK_NOTHING},	/* Pulumi */
	{"pypi-AgEIcHlwaS5vcmc", 50, 1000, URL, CHECK_MIXED},
	{"pypi-AgENdGVzdC5weXBpLm9yZw", 50, 1000, URL, CHECK_MIXED},
	{"rdme_", 70, 70, SMALL, CHECK_NOTHING},	/* ReadMe */
	{"re_", 30, 36, ALNUM | BV_CHAR_MINUS_LINE, CHECK_MIXED},	/* Resend */
	{"rk_live_", 10, 247, ALNUM, CHECK_NOTHING},	/* Stripe, restricted */
	{"rk_test_", 10, 247, ALNUM, CHECK_NOTHING},
	{"rk_prod_", 10, 247, ALNUM, CHECK_NOTHING},
	{"rubygems_", 48, 48, HEX, CHECK_NOTHING},
	{"r8_", 37, 37, ALNUM, CHECK_MIXED},	/* Replicate */
	{"sk_live_", 10, 247, ALNUM, CHECK_NOTHING},	/* Stripe */
	{"sk_test_", 10, 247, ALNUM, CHECK_NOTHING},
	{"sk_prod_", 10, 247, ALNUM, CHECK_NOTHING},
	{"sk-proj-", 48, 200, URL, CHECK_OPENAI},
	{"sk-svcacct-", 48, 200, URL, CHECK_OPENAI},
	{"sk-admin-", 48, 200, URL, CHECK_OPENAI},
	{"sk-ant-api03-", 93, 95, URL, CHECK_MIXED},	/* Anthropic */
	{"sk-ant-admin01-", 93, 95, URL, CHECK_MIXED},
	{"sk-ant-oat01-", 93, 95, URL, CHECK_MIXED},	/* of a person */
	{"sk-or-v1-", 64, 64, HEX, CHECK_NOTHING},	/* OpenRouter */
	{"sk-", 48, 48, ALNUM, CHECK_OPENAI},
	{"shpat_", 32, 32, HEX, CHECK_NOTHING},	/* Shopify */
	{"shpca_", 32, 32, HEX, CHECK_NOTHING},
	{"shppa_", 32, 32, HEX, CHECK_NOTHING},
	{"shpss_", 32, 32, HEX, CHECK_NOTHING},
	{"sq0atp-", 22, 22, URL, CHECK_NOTHING},	/* Square */
	{"sq0csp-", 43, 43, URL, CHECK_NOTHING},
	{"sbp_", 40, 40, HEX, CHECK_NOTHING},	/* Supabase */
	{"sb_secret_", 31, 40, URL, CHECK_MIXED},
	{"sgp_", 40, 57, HEX | BV_CHAR_MINUS_LINE, CHECK_NOTHING},	/* Sourcegraph */
	{"secret_", 43, 43, ALNUM, CHECK_MIXED},	/* Notion */
	{"s-s4t2ud-", 64, 64, HEX, CHECK_NOTHING},	/* 42 */
	{"s-s4t2af-", 64, 64, HEX, CHECK_NOTHING},
	{"sat.", 68, 68, DOTTED, CHECK_HARNESS},
	{"sgp_local_", 40, 40, HEX, CHECK_NOTHING},
	{"sha256~", 43, 43, URL, CHECK_MIXED},	/* OpenShift */
	{"shippo_live_", 40, 40, HEX, CHECK_NOTHING},
	{"shippo_test_", 40, 40, HEX, CHECK_NOTHING},
	{"sm_aat_", 16, 16, ALNUM, CHECK_MIXED},	/* SettleMint */
	{"sm_pat_", 16, 16, ALNUM, CHECK_MIXED},
	{"sm_sat_", 16, 16, ALNUM, CHECK_MIXED},
	{"sntrys_", 80, 400, BV_CHARS_BASE64 | BV_CHAR_MINUS_LINE | BV_CHAR_EQUALS, CHECK_MIXED},
	{"sntryu_", 64, 64, HEX, CHECK_NOTHING},
	{"tskey-api-", 20, 60, ALNUM | BV_CHAR_MINUS_LINE, CHECK_NOTHING},	/* Tailscale */
	{"tskey-auth-", 20, 60, ALNUM | BV_CHAR_MINUS_LINE, CHECK_NOTHING},
	{"tfp_", 40, 64, ALNUM | BV_CHAR_MINUS_LINE, CHECK_MIXED},	/* Typeform */
	{"tk-us-", 48, 48, URL, CHECK_MIXED},	/* Scalingo */
	{"v1.0-", 171, 171, HEX | BV_CHAR_MINUS_LINE, CHECK_NOTHING},	/* Cloudflare, origin CA */
	{"vercel_blob_rw_", 40, 60, ALNUM | BV_CHAR_MINUS_LINE, CHECK_MIXED},
	{"whsec_", 32, 64, BV_CHARS_BASE64 | BV_CHAR_EQUALS, CHECK_MIXED},	/* Stripe, webhooks */
	{"xapp-", 60, 120, ALNUM | BV_CHAR_MINUS_LINE, CHECK_SLACK},
	{"xoxa-", 30, 200, ALNUM | BV_CHAR_MINUS_LINE, CHECK_SLACK},
	{"xoxb-", 30, 200, ALNUM | BV_CHAR_MINUS_LINE, CHECK_SLACK},
	{"xoxe-", 30, 200, ALNUM | BV_CHAR_MINUS_LINE, CHECK_SLACK},
	{"xoxe-1-", 146, 146, CAPITAL, CHECK_NOTHING},	/* of a configuration */
	{"xoxe.xoxb-1-", 163, 166, CAPITAL, CHECK_NOTHING},
	{"xoxe.xoxp-1-", 163, 166, CAPITAL, CHECK_NOTHING},
	{"xoxo-", 30, 200, ALNUM | BV_CHAR_MINUS_LINE, CHECK_SLACK},
	{"xoxp-", 30, 200, ALNUM | BV_CHAR_MINUS_LINE, CHECK_SLACK},
	{"xoxr-", 30, 200, ALNUM | BV_CHAR_MINUS_LINE, CHECK_SLACK},
	{"xoxs-", 30, 200, ALNUM | BV_CHAR_MINUS_LINE, CHECK_SLACK},
	{"xkeysib-", 81, 81, ALNUM | BV_CHAR_MINUS_LINE, CHECK_NOTHING},	/* Brevo */
	{"xai-", 80, 80, ALNUM, CHECK_MIXED},
	{"ya29.", 30, 1000, URL, CHECK_MIXED},	/* Google OAuth, access */
};

/*
 * The last six characters of GitHub's and npm's tokens: CRC-32 of the thirty
 * before them, in base 62 with capitals after digits, small letters last.
 */
static bool
has_github_sum(const char *random, size_t len)
{
	static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	uint32_t	crc = bv_crc_32(random, len - 6);

	for (size_t i = 0; i < 6; i++)
	{
		if (random[len - 1 - i] != alphabet[crc % 62])
			return false;
		crc /= 62;
	}
	return true;
}

static bool
contains(const char *text, size_t len, const char *part)
{
	size_t		size = strlen(part);

	for (size_t i = 0; i + size <= len; i++)
	{
		if (text[i] == part[0] && memcmp(text + i, part, size) == 0)
			return true;
	}
	return false;
}

static bool
is_mixed(const char *text, size_t len)
{
	bool		lower = false;
	bool		upper = false;
	bool		digit = false;

	for (size_t i = 0; i < len; i++)
	{
		lower |= bv_is_of(text[i], BV_CHAR_LOWER);
		upper |= bv_is_of(text[i], BV_CHAR_UPPER);
		digit |= bv_is_of(text[i], BV_CHAR_DIGIT);
	}
	return lower && upper && digit;
}

/* Ten digits or more (a number of the workspace) before the last hyphen, letters and digits after it. */
static bool
is_slack(const char *text, size_t len)
{
	size_t		last = len;
	size_t		digits = 0;

	while (last > 0 && text[last - 1] != '-')
		last--;
	for (size_t i = 0; i < last; i++)
		digits += bv_is_digit(text[i]);
	return digits >= 10 && len - last >= 20 && bv_all_of(text + last, len - last, BV_CHARS_ALNUM);
}

static bool
passes(const Shape *shape, const char *text, size_t len)
{
	switch ((Check) shape->check)
	{
		case CHECK_NOTHING:
			return !bv_all_equal(text, (int) len);
		case CHECK_GITHUB:
			return has_github_sum(text, len);
		case CHECK_OPENAI:
			return contains(text, len, "T3BlbkFJ");
		case CHECK_UUID:
			return bv_is_uuid(text, len);
		case CHECK_SLACK:
			return is_slack(text, len);
		case CHECK_SENDGRID:
			return text[22] == '.' && bv_all_of(text, 22, URL) && bv_all_of(text + 23, 43, URL);
		case CHECK_AIRTABLE:
			return text[14] == '.' && bv_all_of(text, 14, ALNUM) && bv_all_of(text + 15, 64, HEX);
		case CHECK_HARNESS:
			return text[22] == '.' && text[47] == '.' && bv_all_of(text + 23, 24, ALNUM) &&
				bv_all_of(text + 48, 20, ALNUM);
		case CHECK_MIXED:
			return is_mixed(text, len);
	}
	return false;
}

/* How connection strings begin, which have no shape. */
static const char *const connections[] = {
	"DefaultEndpointsProtocol=", "Endpoint=", "BlobEndpoint=", "AccountName=", "HostName="
};

/* Azure: connection strings of storage, service bus and the like hold the key itself. */
static bool
is_connection_string(const char *value, size_t len)
{
	static const struct
	{
		const char *name;
		unsigned	kinds;
	}			keys[] = {
		{"AccountKey=", BV_CHARS_BASE64 | BV_CHAR_EQUALS},
		{"SharedAccessKey=", BV_CHARS_BASE64 | BV_CHAR_EQUALS},
		{"SharedAccessSignature=", BV_CHAR_PRINTED}	/* an address's parameters */
	};

	bool		begins = false;

	for (size_t i = 0; i < lengthof(connections); i++)
		begins |= bv_begins(value, len, connections[i]);
	if (!begins || !bv_all_of(value, len, BV_CHAR_PRINTED))
		return false;
	for (size_t i = 0; i < lengthof(keys); i++)
	{
		size_t		size = strlen(keys[i].name);

		for (size_t at = 8; at + size + 40 <= len; at++)
		{
			if (value[at] == keys[i].name[0] && memcmp(value + at, keys[i].name, size) == 0)
				return bv_span(value + at + size, len - at - size, keys[i].kinds) >= 40;
		}
	}
	return false;
}

/* Azure AD's client secrets: three characters, a digit, Q~, and 31 to 34 more. */
static bool
is_azure_secret(const char *value, size_t len)
{
	if (!bv_is_digit(value[3]) || value[4] != 'Q' || value[5] != '~' ||
		!bv_all_of(value, 3, BV_CHARS_BASE64_URL | BV_CHAR_DOT))
		return false;
	for (size_t i = 6; i < len; i++)
	{
		if (!bv_is_of(value[i], BV_CHARS_BASE64_URL | BV_CHAR_DOT) && value[i] != '~')
			return false;
	}
	return is_mixed(value, len);
}

/* Telegram's bots: a number, a colon, 35 characters, the first two AA. */
static bool
is_telegram_bot(const char *value, size_t len)
{
	size_t		digits = bv_span(value, len, BV_CHAR_DIGIT);

	return digits >= 8 && digits <= 10 && len == digits + 36 && value[digits] == ':' &&
		value[digits + 1] == 'A' && value[digits + 2] == 'A' &&
		bv_all_of(value + digits + 3, 33, BV_CHARS_BASE64_URL);
}

/* Discord's bots: a number in base64, six characters, 27 or more, with dots between. */
static bool
is_discord_bot(const char *value, size_t len)
{
	size_t		number = bv_span(value, len, BV_CHARS_BASE64_URL);
	uint8_t		digits[24];
	size_t		size;

	if ((number != 24 && number != 26) || len < number + 35 || len > number + 46 ||
		value[number] != '.' || value[number + 7] != '.')
		return false;
	if (!bv_all_of(value + number + 1, 6, BV_CHARS_BASE64_URL) ||
		!bv_all_of(value + number + 8, len - number - 8, BV_CHARS_BASE64_URL))
		return false;
	size = bv_base64_decode(value, number, digits, sizeof(digits));
	return bv_all_of((const char *) digits, size, BV_CHAR_DIGIT);
}

/* MaxMind: six characters, 29, and what they are. */
static bool
is_maxmind(const char *value)
{
	return value[6] == '_' && memcmp(value + 36, "_mmk", 4) == 0 && bv_all_of(value, 6, ALNUM) &&
		bv_all_of(value + 7, 29, ALNUM);
}

/* Terraform Cloud: fourteen characters, a name in the middle, sixty or more. */
static bool
is_terraform(const char *value, size_t len)
{
	return memcmp(value + 14, ".atlasv1.", 9) == 0 && bv_all_of(value, 14, ALNUM) &&
		bv_all_of(value + 23, len - 23, URL | BV_CHAR_EQUALS) && is_mixed(value + 23, len - 23);
}

/* Microsoft Teams: what comes in by it is shown. */
static bool
is_teams_webhook(const char *value, size_t len)
{
	return bv_begins(value, len, "https://") && contains(value, len, ".webhook.office.com/webhookb2/") &&
		contains(value, len, "/IncomingWebhook/") && bv_all_of(value, len, BV_CHAR_PRINTED);
}

/* Mailchimp: 32 hex digits and the data centre. */
static bool
is_mailchimp(const char *value, size_t len)
{
	return len >= 36 && len <= 37 && memcmp(value + 32, "-us", 3) == 0 &&
		bv_all_of(value, 32, HEX) && bv_all_of(value + 35, len - 35, BV_CHAR_DIGIT);
}

/* The first shape with that first character, or none with it. */
static size_t
first_shape(char first)
{
	static uint8_t first_of[128];	/* the place after it; 0: none */
	static bool built;

	if (!built)
	{
		for (size_t i = lengthof(shapes); i-- > 0;)
			first_of[(unsigned char) shapes[i].prefix[0]] = (uint8_t) (i + 1);
		built = true;
	}
	return (size_t) (first < 0 ? 0 : first_of[(unsigned char) first]) - 1;
}

/* Of what begins with something known; the others are told by where their separators are. */
const char *
bv_api_secret_beginning(int which)
{
	int			shape_count = lengthof(shapes);
	int			count = shape_count + lengthof(connections);

	return which < shape_count ? shapes[which].prefix : which < count ? connections[which - shape_count] : NULL;
}

bool
bv_is_api_secret(const char *value, size_t len)
{
	const size_t shape_count = lengthof(shapes);

	bv_trim(&value, &len);
	if (len < 18 || len > 1024)
		return false;
	for (size_t low = first_shape(value[0]); low < shape_count && shapes[low].prefix[0] == value[0]; low++)
	{
		const Shape *shape = &shapes[low];
		size_t		size;

		if (shape->prefix[1] != value[1] || !bv_begins(value, len, shape->prefix))
			continue;
		size = strlen(shape->prefix);
		if (len - size >= shape->shortest && len - size <= shape->longest &&
			bv_all_of(value + size, len - size, shape->kinds) &&
			passes(shape, value + size, len - size))
			return true;
	}
	if (len >= 36 && len <= 40)
	{
		if ((len <= 37 && is_mailchimp(value, len)) || (len >= 37 && is_azure_secret(value, len)) ||
			(len == 40 && is_maxmind(value)))
			return true;
	}
	else if (len >= 83 && len <= 93 && is_terraform(value, len))
		return true;
	else if (len > 150 && value[0] == 'h' && is_teams_webhook(value, len))
		return true;
	if (bv_is_digit(value[0]))
		return len >= 44 && len <= 46 && is_telegram_bot(value, len);
	return (len >= 59 && len <= 72 && is_discord_bot(value, len)) ||
		(len > 60 && is_connection_string(value, len));
}
