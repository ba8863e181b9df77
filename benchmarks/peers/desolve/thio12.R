# Solves thio12 with deSolve and a compiled right-hand side, and with its LSODA called from C alone.
# Rscript thio12.R PATIENTS.csv REFERENCE.f64le SHARED_LIBRARY COUNT
# prints one line for each setting: tool,relative,absolute,max_error,cpu_s
# the library of deSolve is loaded for all, so that thio12.c finds its LSODA
invisible(dyn.load(system.file("libs", "deSolve.so", package = "deSolve"), local = FALSE))
suppressMessages(library(deSolve))
arguments <- commandArgs(trailingOnly = TRUE)
patients <- read.csv(arguments[1])
count <- as.integer(arguments[4])
reference <- array(
  readBin(arguments[2], "double", n = 1000 * 168 * 2, size = 8, endian = "little"), c(2, 168, 1000))
dyn.load(arguments[3], now = FALSE)
days <- 168
amount.aza <- 150 / 277.26 * 1000
amount.allo <- 100 / 136.11 * 1000
doses <- rbind(
  data.frame(var = "AG", time = 24 * (0:(days - 1)), value = amount.aza, method = "add"),
  data.frame(var = "LG", time = 24 * (84:(days - 1)), value = amount.allo, method = "add"))
# events at an output time act after the output: ask for the time just before the next dose
times <- sort(unique(c(24 * (0:days))))
state <- setNames(rep(0, 12), c("AG", "AC", "MG", "MC", "TU", "MM", "TI", "TG", "MR", "LG", "LC", "OX"))

solve <- function(i, method, relative, absolute) {
  p <- as.double(patients[i, c("ka", "VXO", "VT", "VH", "ktg", "kox")])
  ode(state, times, func = "derivatives", parms = p, dllname = "thio12", initfunc = "initialise",
      events = list(data = doses), method = method, rtol = relative, atol = absolute, maxsteps = 1e6)
}

settings <- expand.grid(relative = c(1e-3, 1e-4, 1e-5, 1e-6, 1e-7), absolute = c(1e-2, 1e-4, 1e-6))
settings <- settings[settings$absolute <= 10 * settings$relative & settings$absolute >= settings$relative * 1e-1, ]
for (s in seq_len(nrow(settings))) {
  relative <- settings$relative[s]
  absolute <- settings$absolute[s]
  worst <- 0
  used <- 0
  for (i in seq_len(count)) {
    begun <- proc.time()
    out <- solve(i, "lsoda", relative, absolute)
    used <- used + sum((proc.time() - begun)[1:2])
    found <- rbind(out[-1, "TG"], out[-1, "MR"])
    worst <- max(worst, abs(found / reference[, , i] - 1))
  }
  cat(sprintf("deSolve lsoda; compiled C,%g,%g,%.3e,%.3f\n", relative, absolute, worst, used))

  parameters <- t(as.matrix(patients[seq_len(count), c("ka", "VXO", "VT", "VH", "ktg", "kox")]))
  begun <- proc.time()
  out <- .C("solve_all", count, as.double(parameters), relative, absolute, double(2 * days * count), status = 0L)
  used <- sum((proc.time() - begun)[1:2])
  if (out$status == 0) {
    worst <- max(abs(out[[5]] / as.vector(reference[, , seq_len(count)]) - 1))
    cat(sprintf("LSODA from C; no R between doses,%g,%g,%.3e,%.3f\n", relative, absolute, worst, used))
  }
}
