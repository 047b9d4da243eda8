using Supervision.Bench;

return await Benchmarks.RunAsync(args);
