/* require.h: labels that new columns must have */
#ifndef BV_REQUIRE_H
#define BV_REQUIRE_H

/* Defines the setting breachvalue.require_labels, and looks at transactions before they commit. */
extern void bv_require_init(void);

#endif							/* BV_REQUIRE_H */
