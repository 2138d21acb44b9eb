using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Bench.Engine;

/// <summary>An activity that only notes that it ran.</summary>
internal sealed class NoOp(StepClock clock) : Activity<int, int>
{
    public static readonly ActivityReference<int, int> Reference = Named<NoOp>("no-op");

    public override Task<int> RunAsync(ActivityContext context, int input)
    {
        clock.Stamp();
        return Task.FromResult(input);
    }
}
