using System.Globalization;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>An approval as one approver reads it in a chat: the facts of the notice, and what they can do there.</summary>
public sealed class ApproverMessage(ApprovalButtons buttons, IOptions<HelpDeskOptions> options)
{
    /// <summary>Longest question to a requester, in characters.</summary>
    public const int LongestQuestion = 300;

    private const string Delegate = "Delegate your approvals";
    private const string DelegationText = "Another approver can decide what you can decide, until the end of a day. Requests that need two approvers aren't included.";
    private const string OnThePage = "Approving this needs a fresh sign-in, so it is done on the page.";

    /// <summary>The message.</summary>
    /// <param name="notice">What is asked.</param>
    /// <param name="decision">The approval.</param>
    /// <param name="channel">Where it is posted.</param>
    /// <param name="person">Who gets it.</param>
    /// <param name="key">Idempotency key.</param>
    public ChannelPost Of(Notice notice, NoticeDecision decision, IConversationChannel channel, PersonId person, string key)
    {
        var takesDecision = channel.ProvesPresses && !decision.IsDigest;
        List<string> lines = [.. notice.Facts.Select(static fact => $"{fact.Key}: {fact.Value}"), $"Until {notice.ExpiresAt.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}."];
        if (notice.Warning is { } warning)
            lines.Insert(0, warning);
        if (takesDecision && decision.NeedsPage)
            lines.Add(OnThePage);
        return new ChannelPost(key, person, null, string.Join('\n', lines))
        {
            Heading = notice.Title,
            Page = new ChannelLink(decision.IsDigest ? "Open the list" : "Open the request", notice.Url),
            // Where the press proves nothing, delegating takes a sign-in, as deciding does.
            Links = decision.IsDigest || takesDecision ? [] : [new ChannelLink(Delegate, options.Value.Page("approvals#delegation"))],
            Form = takesDecision ? new ChannelForm(Delegate, DelegationText, [new ChannelField(ApproverDelegation.To, "Email address of the approver"), new ChannelField(ApproverDelegation.Until, "Until", IsDay: true)], Button(ApprovalAct.Delegate, "Delegate")) : null,
            ShowsEnd = !decision.IsDigest,
            Buttons = !takesDecision ? [] : decision.NeedsPage ? [Button(ApprovalAct.Deny, "Deny")] : [Button(ApprovalAct.Approve, "Approve"), Button(ApprovalAct.Deny, "Deny")],
            Input = takesDecision ? new ChannelInput("Question to the requester", Button(ApprovalAct.Ask, "Ask the requester"), LongestQuestion) : null,
        };

        ChannelButton Button(ApprovalAct act, string title) => new(buttons.Write(new ApprovalPress(act, decision.PlanHash, decision.ApprovalId)), title);
    }
}
