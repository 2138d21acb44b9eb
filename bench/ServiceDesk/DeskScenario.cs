using System.Globalization;
using HelpDesk.Bench.Product;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace HelpDesk.Bench.ServiceDesk;

/// <summary>
/// A hundred tickets of a week and everybody around them: how many end without a technician, what is asked, and whether anything is called
/// resolved, or is done, that should not be. Counts, not times.
/// </summary>
internal sealed class DeskScenario : IScenario
{
    private const int MostQuestions = 40;
    private const double LeastLed = 0.6;
    private const int LeastCredentials = 17;

    public string Name => "desk";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        var data = Path.Combine(folder, "data");
        var place = new Installation(data);
        await using var product = place.Start("run");
        await product.UntilAnswersAsync(place.Health, cancellation);
        await using var records = OfflineServices.ForRecords(LocalSettings.Read([$"HelpDesk:DataDirectory={data}"]));
        using var people = new DeskPeople(place);
        using var week = new DeskWeek(place, records.GetRequiredService<CaseStore>(), people);
        var cases = await week.RunAsync(DeskTicket.Read(), cancellation);

        Print(cases);
        return Figures(cases);
    }

    private static IReadOnlyList<Figure> Figures(IReadOnlyList<DeskCase> cases)
    {
        var asked = cases.Sum(static one => one.Record?.QuestionsAsked ?? 0);
        var answered = cases.Where(static one => one.Record?.QuestionsAnswered > 0).ToList();
        var led = answered.Count(static one => one.End != DeskEnd.Escalated);
        var credentials = cases.Where(static one => one.Ticket.Mix == "password").ToList();
        var byThemselves = credentials.Count(static one => one.End is DeskEnd.Alone or DeskEnd.WithDecision);
        var (wrong, undue) = (cases.Count(static one => one.IsFalselyResolved), cases.Sum(static one => one.UndueEffects));
        return
        [
            Count($"credential tickets of {credentials.Count} that end without a technician", byThemselves, Text($">= {LeastCredentials} of 21"), byThemselves * 21 >= LeastCredentials * credentials.Count),
            Count($"questions asked for {cases.Count} tickets", asked, Text($"<= {MostQuestions} per 100"), asked * 100 <= MostQuestions * cases.Count),
            Count($"tickets of {answered.Count} with an answer that ended without a person", led, Text($">= {LeastLed:P0}"), answered.Count == 0 || led >= LeastLed * answered.Count),
            Count("called resolved and not understood", wrong, "0", wrong == 0),
            Count("steps done for a ticket that asked for something else", undue, "0", undue == 0),
        ];
    }

    private static Figure Count(string name, int value, string target, bool met) => new(name, value.ToString(CultureInfo.InvariantCulture), "-", "-", target, met);

    private static void Print(IReadOnlyList<DeskCase> cases)
    {
        var table = new Table().Border(TableBorder.Markdown).AddColumns("tickets", "all", "resolved without a person", "with one decision or more", "with a technician", "escalated or waiting");
        foreach (var mix in cases.GroupBy(static one => one.Ticket.Mix, StringComparer.Ordinal).OrderBy(static mix => mix.Key, StringComparer.Ordinal))
            AddRow(table, mix.Key, [.. mix]);
        AddRow(table, "all", cases);
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 220);
        AnsiConsole.Write(table);
        var each = new Table().Border(TableBorder.Markdown).AddColumns("ticket", "intent", "end", "asked", "why");
        foreach (var one in cases)
        {
            each.AddRow(
                new Text(one.Ticket.Title), new Text(one.Record?.Intent ?? "-"), new Text($"{one.End} ({one.Record?.State})"), new Text(string.Join(", ", one.Record?.Asked ?? [])), new Text(one.Record?.Reason ?? one.Record?.Doing ?? ""));
        }

        AnsiConsole.Write(each);
    }

    private static void AddRow(Table table, string name, IReadOnlyCollection<DeskCase> cases)
    {
        string Of(DeskEnd end) => cases.Count(one => one.End == end).ToString(CultureInfo.InvariantCulture);
        table.AddRow(name, cases.Count.ToString(CultureInfo.InvariantCulture), Of(DeskEnd.Alone), Of(DeskEnd.WithDecision), Of(DeskEnd.WithTechnician), Of(DeskEnd.Escalated));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
