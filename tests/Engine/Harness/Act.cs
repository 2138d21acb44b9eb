using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>The one activity of most tests: does to the <see cref="World"/> what its input says.</summary>
public sealed class Act(World world) : Activity<string, string>
{
    public static readonly ActivityReference<string, string> Reference = Named<Act>("act");

    /// <summary>The same under a second name, for tests that need two.</summary>
    public static readonly ActivityReference<string, string> Other = Named<Act>("other");

    public override Task<string> RunAsync(ActivityContext context, string input) =>
        world.ActAsync(context.IdempotencyKey, context.Attempt, input);
}
