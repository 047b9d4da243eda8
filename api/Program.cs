return await Supervision.Api.Commands.Verbs.RunAsync(args);
