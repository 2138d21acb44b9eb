using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Channels;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>Puts into every message about an approval who decided it and when, takes its buttons off, and ends the question that an approver had asked.</summary>
public sealed class ShowDecision(IEnumerable<IConversationChannel> channels, ChannelOutbox outbox, ApprovalStore approvals, ApproverQuestions questions)
    : Activity<ShowDecisionWorkflow.Input, ShowDecision.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<ShowDecisionWorkflow.Input, Result> Reference = Named<ShowDecision>("show-decision-in-chats");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, ShowDecisionWorkflow.Input input)
    {
        var cancellation = context.Cancellation;
        if (await approvals.VerifyAsync(input.ApprovalId, input.CaseId, cancellation) is not { } verified || ApprovalEnd.Of(verified) is not { } end)
            return new Result(false);
        await questions.EndAsync(input.CaseId, cancellation);
        VendorException? fault = null;
        foreach (var channel in channels)
        {
            try
            {
                await outbox.CloseAsync(channel, ApproverChats.ScopeOf(input.ApprovalId), post => post.ShowsEnd ? end : null, cancellation);
            }
            catch (VendorException away)
            {
                // Once for all chats: one that is away keeps the others from nothing.
                fault = fault is { IsRetryable: true } ? fault : away;
            }
        }

        return fault is { IsRetryable: true } ? throw fault : new Result(fault is null);
    }

    /// <summary>What became of it.</summary>
    /// <param name="IsShown">True when every message shows it.</param>
    public sealed record Result(bool IsShown);
}
