using System.Globalization;
using System.Text;
using Cadran.Insight;
using Cadran.Questionnaires;

namespace Cadran.Web.Files;

/// <summary>
/// R scripts that print the digits of the figures from <see cref="ReproduceData"/>. Checked against R 4.2.2 with survey 4.1-1.
/// </summary>
public static class ReproduceScript
{
    public static string People(WaveAnalysis wave)
    {
        var r = new StringBuilder("""
            # Needs R 4 and its package survey. Scores run from 0 (worst) to 100 (best).
            library(survey)
            options(survey.lonely.psu = "average", digits = 12)
            d <- read.csv("data.csv", fileEncoding = "UTF-8-BOM", na.strings = "", stringsAsFactors = FALSE)
            has <- function(column) !all(is.na(d[[column]]))
            clustered <- has("cluster")
            simple <- !clustered && !has("stratum") && !has("population") && all(d$weight == 1)
            design <- svydesign(ids = if (clustered) ~cluster else ~1, strata = if (has("stratum")) ~stratum,
                                fpc = if (has("population")) ~population, weights = ~weight, data = d, nest = TRUE)

            """);
        r.AppendLine("# Ratings run from the worst (lowest) to the best (highest); those of a reversed scale are already turned round.");
        r.AppendLine(CultureInfo.InvariantCulture, $"lowest <- c({Each(wave, scale => scale.Lowest)})");
        r.AppendLine(CultureInfo.InvariantCulture, $"highest <- c({Each(wave, scale => scale.Highest)})");
        r.AppendLine("""
            wilson <- function(p, n) { z <- qnorm(.975); (p + z^2/(2*n) + c(-1, 1) * z * sqrt(p*(1-p)/n + z^2/(4*n^2))) / (1 + z^2/n) }
            figures <- function(part, item) {
              part <- part[!is.na(part$variables[[item]]), ]
              bottom <- lowest[[item]]; top <- highest[[item]]; second <- if (top - bottom > 1) top - 1 else top
              part <- update(part,
                score = 100 * (part$variables[[item]] - bottom) / (top - bottom), toptwo = as.numeric(part$variables[[item]] >= second))
              score <- svymean(~score, part); interval <- confint(score, df = degf(part))
              share <- svymean(~toptwo, part)[[1]]
              box <- if (simple) wilson(share, nrow(part)) else as.numeric(confint(svyciprop(~toptwo, part, method = "beta")))
              data.frame(n = nrow(part), score = score[[1]], se = SE(score)[[1]], low = interval[1], high = interval[2],
                toptwo = share, toptwo_low = box[1], toptwo_high = box[2])
            }
            cat("Scores\n")
            print(do.call(rbind, sapply(names(highest), function(item) figures(design, item), simplify = FALSE)))
            """);
        if (wave.Result.Drivers.Importance.Count > 0) Drivers(r, wave);
        return r.ToString();
    }

    private static string Each(WaveAnalysis wave, Func<RatingScale, int> of) =>
        string.Join(", ", wave.Result.Items.Zip(wave.Scales).Where(i => i.First.Suppressed is null)
            .Select(i => $"{ReproduceData.Name(i.First.Code)} = {of(i.Second)}"));

    private static void Drivers(StringBuilder r, WaveAnalysis wave)
    {
        r.AppendLine(CultureInfo.InvariantCulture,
            $"drivers <- c({string.Join(", ", wave.Drivers.Select(d => $"\"{ReproduceData.Name(d.Code)}\""))})");
        r.AppendLine(CultureInfo.InvariantCulture, $"overall <- \"{ReproduceData.Name(wave.Overall!.Code)}\"");
        r.AppendLine(CultureInfo.InvariantCulture,
            $"pass <- c({string.Join(", ", wave.Drivers.Select(d => $"{ReproduceData.Name(d.Code)} = {d.PassAt}"))})");
        r.AppendLine("""
            full <- d[complete.cases(d[c(overall, drivers)]), ]
            R <- cov2cor(cov.wt(full[c(drivers, overall)], wt = full$weight / sum(full$weight))$cov)
            p <- length(drivers); rxx <- R[1:p, 1:p, drop = FALSE]; rxy <- R[1:p, p + 1]
            explained <- function(set) if (length(set) == 0) 0 else sum(rxy[set] * solve(rxx[set, set, drop = FALSE], rxy[set]))
            sets <- lapply(0:(2^p - 1), function(m) which(bitwAnd(m, 2^(0:(p - 1))) > 0))
            r2 <- sapply(sets, explained)
            lmg <- sapply(1:p, function(j) sum(sapply(which(!sapply(sets, function(s) j %in% s)), function(i) {
              k <- length(sets[[i]]); factorial(k) * factorial(p - k - 1) / factorial(p) * (r2[i + 2^(j - 1)] - r2[i]) })))
            e <- eigen(rxx, symmetric = TRUE); half <- e$vectors %*% diag(sqrt(e$values), p) %*% t(e$vectors)
            johnson <- as.numeric(half^2 %*% solve(half, rxy)^2)
            cat("Importance: n", nrow(full), " R2", max(r2), " (intervals and ranks come from a bootstrap and are not repeated here)\n")
            print(data.frame(driver = drivers, lmg = lmg, share = lmg / sum(lmg), johnson = johnson, johnson_share = johnson / sum(lmg)))
            failing <- Reduce(`+`, lapply(drivers, function(v) full[[v]] < pass[[v]]))
            full$score <- 100 * (full[[overall]] - lowest[[overall]]) / (highest[[overall]] - lowest[[overall]])
            cat("Thresholds\n")
            print(data.frame(failing = 0:p, n = as.numeric(table(factor(failing, 0:p))),
              share = sapply(0:p, function(k) sum(full$weight[failing == k]) / sum(full$weight)),
              score = sapply(0:p, function(k) weighted.mean(full$score[failing == k], full$weight[failing == k]))))
            cat("When exactly one fails\n")
            one <- full[failing == 1, ]
            print(sapply(drivers, function(v) weighted.mean(one[[v]] < pass[[v]], one$weight)))
            """);
    }

    public static string Groups(WaveAnalysis wave)
    {
        string errors = wave.HasDesign
            ? "# The answers are weighted or drawn in clusters: sums give the scores, not their margins."
            : """
              scale <- 100 / (d$highest - d$lowest)
              half <- qt(.975, d$n - 1) * scale * sqrt((d$meansquare - d$mean^2) / (d$n - 1))
              z <- qnorm(.975)
              d <- transform(d, low = score - half, high = score + half,
                toptwo_low = (toptwo + z^2/(2*n) - z * sqrt(toptwo*(1-toptwo)/n + z^2/(4*n^2))) / (1 + z^2/n),
                toptwo_high = (toptwo + z^2/(2*n) + z * sqrt(toptwo*(1-toptwo)/n + z^2/(4*n^2))) / (1 + z^2/n))
              """;
        return $"""
            # Overall score of each group from sums of its ratings, 0 (worst) to 100 (best). Needs R only.
            options(digits = 12)
            d <- read.csv("data.csv", fileEncoding = "UTF-8-BOM")
            d$score <- 100 * (d$mean - d$lowest) / (d$highest - d$lowest)
            {errors}
            print(d, row.names = FALSE)

            """;
    }

    public static string Counts(WaveAnalysis wave)
    {
        string errors = wave.HasDesign
            ? "# The answers are weighted or drawn in clusters: counts give the scores, not their margins."
            : "m$se <- sapply(split(d, d$item), function(i) { x <- rep(score(i), i$n); sd(x) / sqrt(length(x)) })[m$item]";
        return $$"""
            # Scores from counts of answers, 0 (worst) to 100 (best). Needs R only.
            options(digits = 12)
            d <- read.csv("data.csv", fileEncoding = "UTF-8-BOM")
            score <- function(i) 100 * (i$value - i$lowest) / (i$highest - i$lowest)
            m <- do.call(rbind, lapply(split(d, d$item), function(i) data.frame(item = i$item[1], n = sum(i$n),
              score = sum(score(i) * i$share), toptwo = sum(i$share[i$value >= i$highest - (i$highest - i$lowest > 1)]))))
            {{errors}}
            print(m, row.names = FALSE)

            """;
    }
}
