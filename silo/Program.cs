return await Supervision.Silo.Headless.HeadlessSilo.RunAsync(args);
