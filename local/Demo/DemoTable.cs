using System.Globalization;
using HelpDesk.Orchestrations.Ledger.Cases;
using Spectre.Console;

namespace HelpDesk.Local.Demo;

/// <summary>Draws the tickets of the demo as a table.</summary>
internal static class DemoTable
{
    private const int TitleWidth = 30;

    /// <summary>The table as things stand.</summary>
    public static Table Of(IEnumerable<SentTicket> tickets)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns("Ticket", "Title", "Intent", "Confidence", "Path", "Steps", "Verified", "Time");
        foreach (var ticket in tickets)
        {
            table.AddRow(
                ticket.Number,
                Markup.Escape(Cut(ticket.Ticket.Title)),
                Markup.Escape(ticket.Case?.Intent ?? ""),
                ticket.Case?.Confidence?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
                Path(ticket),
                Markup.Escape(Steps(ticket.Case)),
                Verified(ticket.Case),
                ticket.Took is { } took ? string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s") : "");
        }

        return table;
    }

    /// <summary>How many took which way, in one line.</summary>
    public static string Summary(IReadOnlyCollection<SentTicket> tickets) => string.Join(
        ", ", tickets.GroupBy(ticket => Markup.Remove(Path(ticket)), StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {group.Key}"));

    /// <summary>The path taken, as the table says it.</summary>
    public static string Path(SentTicket ticket) => ticket.Case switch
    {
        null => "[grey]not yet started[/]",
        { State: CaseState.Working } => "[grey]under way[/]",
        { State: CaseState.WaitingForApproval } => "[yellow]waiting for approval[/]",
        { State: CaseState.WaitingForHandOver } => "[yellow]waiting for collection[/]",
        { State: CaseState.WaitingForMultiAdminApproval } => "[yellow]waiting for Multi Admin Approval[/]",
        { State: CaseState.WaitingForAnswer } => "[yellow]waiting for an answer[/]",
        { State: CaseState.Joined } => "[yellow]joined to another ticket[/]",
        { State: CaseState.CheckingOutcome } => "[yellow]checking the result[/]",
        { State: CaseState.Resolved, Path: CasePath.Approval } => "[green]approved[/]",
        { State: CaseState.Resolved, Path: CasePath.Nothing } => "[grey]closed with thanks[/]",
        { State: CaseState.Resolved, Path: CasePath.Knowledge } => "[green]solved by knowledge[/]",
        { State: CaseState.Resolved } => "[green]automatic[/]",
        { Path: CasePath.Refused } => "[red]refused[/]",
        { State: CaseState.Ignored } => "[grey]nothing to do[/]",
        _ => "[blue]escalated[/]",
    };

    // A step that a condition left out was neither done nor asked for.
    private static string Steps(CaseRecord? record) => record is null
        ? ""
        : string.Join(", ", record.Steps.Where(step => step.State != CaseStepState.Skipped).Select(step => step.Remediation).Distinct(StringComparer.Ordinal));

    private static string Verified(CaseRecord? record) => record switch
    {
        { Verified: true } => "[green]yes[/]",
        { State: CaseState.Resolved, Path: CasePath.Nothing or CasePath.Knowledge } => "",
        { State: CaseState.Resolved } => "[red]no[/]",
        _ => "",
    };

    private static string Cut(string title) => title.Length <= TitleWidth ? title : title[..(TitleWidth - 1)] + "…";
}
