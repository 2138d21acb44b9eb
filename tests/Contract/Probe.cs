using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>The activity of the contract: does what the <see cref="ContractWorld"/> says.</summary>
public sealed class Probe(ContractWorld world) : Activity<string, string>
{
    public static readonly ActivityReference<string, string> Reference = Named<Probe>("probe");

    public override Task<string> RunAsync(ActivityContext context, string input) => world.ProbeAsync(context, input);
}
