using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>Tickets as a ticket system holds them.</summary>
internal static class Tickets
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static Ticket Of(string title, string text, string? requester = "Anna Schmidt", params string[] comments) => new(
        new TicketReference("servicenow", "0001", "INC0000001"), title, text,
        new TicketRequester("u1", "anna.schmidt@contoso.example", "aschmidt", requester),
        TicketState.Open, 1, Start, Start, false, null, null,
        [.. comments.Select((comment, index) => new TicketComment($"c{index}", "u2", true, comment, Start.AddMinutes(index)))]);

    public static HelpDesk.Orchestrations.Ledger.Cases.TicketSnapshot Snapshot(string title, string text, params string[] comments) =>
        new TicketRedactor(TestTicketSystems.Catalogue, NullLogger<TicketRedactor>.Instance).Snapshot(Of(title, text, "Anna Schmidt", comments));

    public static string Redacted(string text) => Snapshot("", text).Text;
}
