// Placeholder until the triage branch lands its own types of these names; delete this file then.
#pragma warning disable
namespace HelpDesk.Orchestrations.Triage.Redaction { public sealed class TicketRedactor { public HelpDesk.Orchestrations.Cases.TicketSnapshot Snapshot(HelpDesk.Orchestrations.Tickets.Ticket t) => null!; } }
namespace HelpDesk.Orchestrations.Triage {
public static class TraitFinder { public static IReadOnlyList<string> Find(string a, string b) => []; }
public static class WriterLanguage { public static string Of(string t) => "en"; }
public sealed class TriageTicket : HelpDesk.Orchestrations.Durable.Activity<TriageTicketInput, TriageResult> { public static readonly HelpDesk.Orchestrations.Durable.ActivityReference<TriageTicketInput, TriageResult> Reference = Named<TriageTicket>("triage-ticket"); public override Task<TriageResult> RunAsync(HelpDesk.Orchestrations.Durable.ActivityContext c, TriageTicketInput i) => null!; } }
