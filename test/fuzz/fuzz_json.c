/*
 * fuzz_json.c: values at a path of JSON
 *
 * The input is the path, its keys behind one another with dots between, a zero
 * byte, and the JSON.
 */
#include "fuzz.h"

#include "json_path.h"

const char *const fuzz_seeds[] = {
	"{\"a\": [{\"b\": 1}, [{\"b\": \"x\\u00e9\"}], {\"c\": 3}, 4, null]}",
	"{\"contact\": {\"email\": \"a@b.nl\", \"phone\": [\"1\", true, -1.5e3]}}",
	"[[[[[[[[]]]]]]]]", "\"\\ud83d\\ude00\\udc00\\\\\"", "a.b", "contact.email", NULL
};

typedef struct Visited
{
	const char *scratch;
	size_t		size;
	int			count;
	unsigned	sum;
} Visited;

static void
visit(void *context, const char *value, size_t length)
{
	Visited    *visited = context;

	FUZZ_CHECK(length <= visited->size);
	for (size_t i = 0; i < length; i++)	/* all of it can be read */
		visited->sum += (unsigned char) value[i];
	visited->count++;
}

static void
check_path(const char *json, size_t length, const char *path, size_t path_length)
{
	BvLabelSlice keys[BV_LABEL_DEPTH];
	int			count = 0;
	char	   *scratch = malloc(length > 0 ? length : 1);
	Visited		visited = {scratch, length, 0, 0};

	for (size_t start = 0; start < path_length && count < BV_LABEL_DEPTH;)
	{
		const char *dot = memchr(path + start, '.', path_length - start);
		size_t		end = dot != NULL ? (size_t) (dot - path) : path_length;

		keys[count].start = path + start;
		keys[count++].length = end - start;
		start = end + 1;
	}
	bv_json_visit(json, length, keys, count, scratch, visit, &visited);
	FUZZ_CHECK(visited.count <= (int) length);
	free(scratch);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, data + size};
	size_t		path_length;
	size_t		length;
	char	   *path = fuzz_part(&input, 0, &path_length);
	char	   *json = fuzz_part(&input, -1, &length);

	check_path(json, length, path, path_length);
	check_path((const char *) data, size, path, 0);
	check_path((const char *) data, size, "a.b", 3);
	free(json);
	free(path);
	return 0;
}
