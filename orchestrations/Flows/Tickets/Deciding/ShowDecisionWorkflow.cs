using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>Shows in all chats that an approval is over, for as long as a day when a chat is away. No case waits for it.</summary>
public sealed class ShowDecisionWorkflow : Workflow<ShowDecisionWorkflow.Input, ShowDecision.Result>
{
    /// <summary>How it is started.</summary>
    public static readonly WorkflowReference<Input, ShowDecision.Result> Reference = Named<ShowDecisionWorkflow>("show-decision");

    private static readonly RetryPolicy Patient = new(1_000, TimeSpan.FromSeconds(2), MaxDelay: TimeSpan.FromMinutes(10), GiveUpAfter: TimeSpan.FromHours(24));

    /// <summary>The instance of an approval.</summary>
    public static string IdFor(string approvalId) => $"decision-{approvalId}";

    /// <inheritdoc />
    public override async Task<ShowDecision.Result> RunAsync(WorkflowContext context, Input input)
    {
        context.SetStatus("Showing the decision");
        return await context.CallAsync(ShowDecision.Reference, input, Patient);
    }

    /// <summary>What it takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="ApprovalId">The approval.</param>
    public sealed record Input(CaseId CaseId, string ApprovalId);
}
