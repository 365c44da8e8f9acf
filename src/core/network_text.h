/*
 * network_text.h: names of hosts, and the parts of URLs
 */
#ifndef BV_NETWORK_TEXT_H
#define BV_NETWORK_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* The parts of a URL that we look at. */
typedef struct BvUrl
{
	const char *host;			/* without a port; IPv6 in its brackets */
	size_t		host_len;
	const char *path;			/* with all that follows */
	size_t		path_len;
} BvUrl;

/* Two labels or more, the last of letters or xn--. */
extern bool bv_is_host_name(const char *host, size_t len);

/* Of a scheme that leads to a host, or without one where it begins with www. */
extern bool bv_read_url(const char *value, size_t len, BvUrl *url);

#endif							/* BV_NETWORK_TEXT_H */
