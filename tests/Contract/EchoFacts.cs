using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>Gives facts back, counted up: what crosses the boundary twice must be what went in.</summary>
public sealed class EchoFacts : Activity<Facts, Facts>
{
    public static readonly ActivityReference<Facts, Facts> Reference = Named<EchoFacts>("echo-facts");

    public override Task<Facts> RunAsync(ActivityContext context, Facts input) => Task.FromResult(input with { Count = input.Count + 1 });
}
