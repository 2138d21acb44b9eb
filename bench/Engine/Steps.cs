using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Bench.Engine;

/// <summary>Does as many steps, one after the other, as its input says.</summary>
internal sealed class Steps : Workflow<int, int>
{
    public static readonly WorkflowReference<int, int> Reference = Named<Steps>("steps");

    public override async Task<int> RunAsync(WorkflowContext context, int input)
    {
        for (var i = 0; i < input; i++)
            await context.CallAsync(NoOp.Reference, i);
        return input;
    }
}
