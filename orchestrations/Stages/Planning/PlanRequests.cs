using System.Net.Mail;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Devices;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>What a ticket asks for, as its snapshot and triage say.</summary>
internal static class PlanRequests
{
    /// <summary>The request of a case.</summary>
    /// <param name="caseId">The case that the plan is for.</param>
    /// <param name="ticket">Its ticket.</param>
    /// <param name="triage">What triage said; it has an intent.</param>
    /// <param name="named">Finds which access the ticket names.</param>
    public static PlanRequest Of(CaseId caseId, TicketSnapshot ticket, TriageFacts triage, NamedAccess named)
    {
        var hint = named.HintOf(ticket, triage.AppHint);
        return new PlanRequest
        {
            CaseId = caseId,
            Intent = triage.Intent!,
            CreatedAt = ticket.CreatedAt,
            Device = new DeviceMention(Plain(triage.DeviceHint, ticket), Plain(ticket.Title, ticket), Plain(ticket.Text, ticket)),
            DeviceId = ticket.Answers.LastOrDefault(answer => answer.Kind == QuestionKinds.WhichDevice)?.OptionId is { } deviceIdText ? new DeviceId(deviceIdText) : null,
            AppHint = hint,
            AccessDoubt = named.WhyInDoubt(ticket, hint),
            IsConfirmedLost = triage.IsConfirmedLost,
            AsksForGuestRemoval = triage.AsksForGuestRemoval,
            RestartWasTried = triage.RestartWasTried,
            NamedAddresses = [.. ticket.Placeholders.Values.Where(value => MailAddress.TryCreate(value, out _)).Order(StringComparer.OrdinalIgnoreCase)],
        };
    }

    // A serial number may be behind a placeholder. It is only compared here, with the person's own devices.
    private static string? Plain(string? text, TicketSnapshot ticket) =>
        text is null ? null : ticket.Placeholders.Aggregate(text, (words, placeholder) => words.Replace(placeholder.Key, placeholder.Value, StringComparison.Ordinal));
}
