# Writes the data and the expected values beside this file: Rscript expected.R
# Made with R 4.2.2 and survey 4.1-1. The data are extracts that come with the R package survey: the California Academic
# Performance Index of 2000 (api), the MU284 municipalities of Särndal, Swensson and Wretman (1992), a textbook example
# of eight units (fpc), and NHANES 2009-2010 of the US National Center for Health Statistics.
suppressMessages(library(survey))
data(api); data(fpc); data(mu284); data(nhanes)
rows <- list()
put <- function(name, value) rows[[length(rows) + 1]] <<- sprintf("%s,%.17g", name, as.numeric(value))
number <- function(x) as.integer(factor(x))
save <- function(data, name) write.csv(data, paste0(name, ".csv"), row.names = FALSE, na = "", quote = FALSE)

api <- function(d) {
    d$cluster <- number(d$dnum); d$unit <- number(d$snum)
    d$stratum <- number(d$stype); d$award <- as.integer(d$awards == "Yes"); d$wide <- as.integer(d$sch.wide == "Yes")
    d
}
columns <- c("cluster", "unit", "stratum", "pw", "api00", "api99", "enroll", "api.stu", "award", "wide")
strat <- api(apistrat); clus1 <- api(apiclus1); clus2 <- api(apiclus2)
save(strat[, c(columns, "fpc")], "strat")
save(clus1[, c(columns, "fpc")], "clus1")
save(clus2[, c(columns, "fpc1", "fpc2")], "clus2")
save(fpc, "eight"); save(mu284, "mu284")

estimate <- function(name, e, deff = TRUE) {
    put(paste0(name, ".value"), coef(e)[1])
    put(paste0(name, ".se"), SE(e)[1])
    if (deff) put(paste0(name, ".deff"), deff(e)[1])
}
# Of a calibrated design `subset` keeps all rows, with weights of 0, and so counts too many for `beta`: worked out here.
korn_graubard <- function(e, n, df) {
    p <- coef(e)[1]; size <- p * (1 - p) / vcov(e)[1] * (qt(0.025, n - 1) / qt(0.025, df))^2
    c(qbeta(0.025, size * p, size * (1 - p) + 1), qbeta(0.975, size * p + 1, size * (1 - p)))
}
intervals <- function(name, formula, design) {
    for (method in c("mean", "xlogit", "asin", "beta")) {
        ends <- attr(svyciprop(formula, design, method = method, na.rm = TRUE), "ci")
        if (method == "beta" && !is.null(design$postStrata))
            ends <- korn_graubard(svymean(formula, design), sum(weights(design) != 0), degf(design))
        put(paste0(name, ".", method, ".low"), ends[1])
        put(paste0(name, ".", method, ".high"), ends[2])
    }
}
battery <- function(name, data, make, deff = TRUE) {
    d <- make(data)
    parts <- list(all = d, wide = subset(d, wide == 1), second = subset(d, stratum == 2))
    for (part in names(parts)) {
        p <- parts[[part]]
        n <- function(what) paste(name, part, what, sep = ".")
        put(n("df"), degf(p))
        estimate(n("mean"), svymean(~api00, p, deff = deff), deff)
        estimate(n("total"), svytotal(~enroll, p, deff = deff, na.rm = TRUE), deff)
        estimate(n("share"), svymean(~award, p, deff = deff), deff)
        ratio <- svyratio(~api.stu, ~enroll, p, deff = deff, na.rm = TRUE)
        put(n("ratio.value"), coef(ratio)); put(n("ratio.se"), SE(ratio))
        put(n("ratio.deff"), attr(ratio, "deff"))
        intervals(n("share"), ~award, p)
    }
    both <- svymean(~api00 + api99, d)
    put(paste0(name, ".covariance"), vcov(both)[1, 2])
    change <- svycontrast(both, quote(api00 - api99)); put(paste0(name, ".change.se"), SE(change))
    growth <- svycontrast(both, quote(100 * log(api00 / api99)))
    put(paste0(name, ".growth.value"), coef(growth)); put(paste0(name, ".growth.se"), SE(growth))
    # Rule hf7 depends on the order of equal values, which is taken to be that of their weights.
    sorted <- make(data[order(data$api00, weights(d)), ])
    for (rule in c("math", "hf7")) for (p in c(0.1, 0.5, 0.75)) {
        q <- svyquantile(~api00, sorted, p, qrule = rule)$api00
        n <- paste(name, rule, p, sep = ".")
        put(paste0(n, ".value"), q[1]); put(paste0(n, ".low"), q[2]); put(paste0(n, ".high"), q[3])
        put(paste0(n, ".se"), q[4])
    }
    for (method in c("xlogit", "asin", "beta")) {
        q <- svyquantile(~api00, sorted, 0.5, interval.type = method)$api00
        put(paste(name, "median", method, "low", sep = "."), q[2])
        put(paste(name, "median", method, "high", sep = "."), q[3])
    }
}

types <- data.frame(stratum = 1:3, Freq = c(4421, 755, 1018))
wides <- data.frame(wide = 0:1, Freq = c(1072, 5122))
clus2$endless <- ifelse(clus2$fpc2 == 1, 1, Inf)
one <- function(x) svydesign(~cluster, weights = ~pw, data = x, fpc = ~fpc)
battery("strat", strat, function(x) svydesign(~1, strata = ~stratum, weights = ~pw, data = x, fpc = ~fpc))
battery("replacement", strat, function(x) svydesign(~1, strata = ~stratum, weights = ~pw, data = x))
battery("clus1", clus1, one)
battery("clus2", clus2, function(x) svydesign(~cluster + unit, data = x, fpc = ~fpc1 + fpc2))
battery("clus2first", clus2, function(x) svydesign(~cluster + unit, weights = ~pw, data = x, fpc = ~fpc1 + endless))
battery("post", clus1, function(x) postStratify(one(x), ~stratum, types))
battery("twice", clus1, function(x) postStratify(postStratify(one(x), ~stratum, types), ~wide, wides))
battery("rake", clus1, function(x)
    rake(one(x), list(~stratum, ~wide), list(types, wides), control = list(maxit = 1000, epsilon = 1e-13)))

for (corrected in c(TRUE, FALSE)) {
    d <- if (corrected) svydesign(~psuid, strata = ~stratid, weights = ~weight, data = fpc, fpc = ~Nh, nest = TRUE)
        else svydesign(~psuid, strata = ~stratid, weights = ~weight, data = fpc, nest = TRUE)
    name <- if (corrected) "eight" else "eightfree"
    estimate(paste0(name, ".mean"), svymean(~x, d, deff = TRUE))
    estimate(paste0(name, ".total"), svytotal(~x, d, deff = TRUE))
}
two <- svydesign(~id1 + id2, fpc = ~n1 + n2, data = mu284)
estimate("mu284.mean", svymean(~y1, two, deff = TRUE))
estimate("mu284.total", svytotal(~y1, two, deff = TRUE))

# One cluster in a stratum at the first stage, and one unit in a cluster at the second.
lonely <- fpc[fpc$stratid == 1 | fpc$psuid == 1, ]
thin <- mu284[-c(2, 3), ]
for (rule in c("certainty", "adjust", "average")) {
    options(survey.lonely.psu = rule)
    d <- svydesign(~psuid, strata = ~stratid, weights = ~weight, data = lonely, fpc = ~Nh, nest = TRUE)
    estimate(paste0("lonely.", rule, ".mean"), svymean(~x, d), FALSE)
    estimate(paste0("lonely.", rule, ".total"), svytotal(~x, d), FALSE)
}
for (rule in c("certainty", "adjust")) {
    options(survey.lonely.psu = rule)
    estimate(paste0("thin.", rule, ".mean"), svymean(~y1, svydesign(~id1 + id2, fpc = ~n1 + n2, data = thin)), FALSE)
}
options(survey.lonely.psu = "fail")

# Two rounds of the same schools, each a record: the school is the cluster.
rounds <- rbind(transform(strat, round = 1, score = api99), transform(strat, round = 2, score = api00))
rounds <- rounds[-c(3, 207, 390), ]
d <- svydesign(~unit, strata = ~stratum, weights = ~pw, data = rounds, fpc = ~fpc)
both <- svyby(~score, ~round, d, svymean, covmat = TRUE)
change <- svycontrast(both, c(-1, 1))
put("rounds.change.value", coef(change)); put("rounds.change.se", SE(change))

d <- svydesign(~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, data = nhanes, nest = TRUE)
for (by in c("all", "race", "RIAGENDR", "agecat")) {
    levels <- if (by == "all") 1 else seq_along(unique(nhanes[[by]]))
    codes <- if (by == "all") rep(1, nrow(nhanes)) else number(nhanes[[by]])
    for (level in levels) {
        part <- subset(d, codes == level)
        n <- paste("nhanes", by, level, sep = ".")
        put(paste0(n, ".df"), degf(part))
        estimate(paste0(n, ".share"), svymean(~HI_CHOL, subset(part, !is.na(HI_CHOL)), deff = TRUE))
        intervals(paste0(n, ".share"), ~HI_CHOL, part)
    }
}

# Quantiles of distributions.
for (df in c(1, 2, 3, 5, 16, 29.5, 100, 5000, 1e6)) for (tail in c(0.2, 0.05, 0.025, 0.005, 1e-6))
    put(paste("t", df, tail, sep = "|"), qt(tail, df, lower.tail = FALSE))
for (tail in c(0.4, 0.2, 0.05, 0.025, 0.005, 1e-6, 1e-12))
    put(paste("normal", tail, sep = "|"), qnorm(tail, lower.tail = FALSE))
shapes <- list(c(1, 10), c(10, 1), c(0.5, 0.5), c(2.5, 7.25), c(30, 970), c(879.9, 6967.1), c(12.3, 4e5), c(0.7, 90))
for (shape in shapes) for (p in c(0.005, 0.025, 0.3, 0.5, 0.9, 0.975))
    put(paste("beta", shape[1], shape[2], p, sep = "|"), qbeta(p, shape[1], shape[2]))
# Wilson's interval of 7 in 20 drawn at random: the effective size of the estimated variance is 19.
ends <- prop.test(7 / 20 * 19, 19, correct = FALSE)$conf.int
put("wilson.low", ends[1]); put("wilson.high", ends[2])
ends <- binom.test(7, 20)$conf.int
put("clopper.low", ends[1]); put("clopper.high", ends[2])
writeLines(c("name,value", unlist(rows)), "expected.csv")
