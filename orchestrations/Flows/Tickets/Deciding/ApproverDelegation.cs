using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Stages.Approvals;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>An approver delegates their approvals from the message of one that they may decide: the same rules and the same signed entry as on the page.</summary>
public sealed class ApproverDelegation(DelegationService delegations, ApprovalService approvals, IDirectory directory, IOptions<HelpDeskOptions> options)
{
    /// <summary>Field of the other approver's mail address.</summary>
    public const string To = "to";

    /// <summary>Field of the last day.</summary>
    public const string Until = "until";

    /// <summary>Delegates.</summary>
    /// <param name="approvalId">The approval whose message it is.</param>
    /// <param name="person">Who pressed, proven by the chat.</param>
    /// <param name="fields">What was filled in.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What became of it, in a sentence.</returns>
    /// <exception cref="Foundation.VendorException">Something that it needs cannot be reached now: nothing was delegated.</exception>
    public async Task<string> GiveAsync(string approvalId, SignedInPerson person, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        if (await approvals.VerifyAsync(approvalId, cancellation) is not { Request: { } gate, Finding: null })
            return "Nothing was delegated. There is no such approval.";
        // Who was sent somebody else's message has nothing to delegate.
        if (await approvals.WhyNotAsync(gate, person, cancellation) is { } reason)
            return $"Nothing was delegated. {reason}";
        if (DelegationService.EndOf(fields.GetValueOrDefault(Until, "")) is not { } until)
            return "Nothing was delegated, because the end date is missing.";
        var (given, whyNot) = await delegations.GiveAsync(person, fields.GetValueOrDefault(To, ""), until, cancellation);
        if (given is null)
            return $"Nothing was delegated. {whyNot}";
        var other = await directory.GetPersonAsync(given.To, cancellation);
        var name = DisplayText.Of(other?.DisplayName ?? "", other?.UserPrincipalName ?? given.To);
        return $"{name} can decide your approvals until {given.Until.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}. You can end it on the page: {options.Value.Page("approvals#delegation")}";
    }
}

/// <summary>What an approver does with a message besides deciding: asking the requester, and delegating.</summary>
public sealed class ApproverActs(ApproverQuestions questions, ApproverDelegation delegation)
{
    /// <summary>Does it.</summary>
    /// <param name="press">The button.</param>
    /// <param name="person">Who pressed, proven by the chat.</param>
    /// <param name="message">The press with what was written and filled in.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What became of it, in a sentence; null for a button that decides.</returns>
    public async Task<string?> DoAsync(ApprovalPress press, SignedInPerson person, ChannelMessage message, CancellationToken cancellation) => press.Act switch
    {
        ApprovalAct.Ask => await questions.AskAsync(press.ApprovalId, person, message.Text, cancellation),
        ApprovalAct.Delegate => await delegation.GiveAsync(press.ApprovalId, person, message.Fields, cancellation),
        _ => null,
    };
}
