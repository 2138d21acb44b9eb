using System.Globalization;
using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Rulebook;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Bench.Triage;

/// <summary>
/// <c>judge FILE.csv</c>: every labelled ticket of a file with what the product makes of it, without a language model: to measure with tickets of your own.
/// Columns are those of <see cref="LabelledTicket"/>.
/// </summary>
internal static class JudgeRun
{
    /// <summary>The first argument.</summary>
    public const string Verb = "judge";

    private static readonly TicketBar NoPromise = new(0, 0, 0, 0, 0, 0, 1);

    /// <summary>Judges all tickets of a file and prints a line for each that is answered differently or planned unduly, then the figures.</summary>
    /// <returns>0 when no plan is undue, else 1.</returns>
    public static async Task<int> RunAsync(string path)
    {
        var intents = RulebookLoader.IntentsOrThrow(new RulebookOptions());
        await using var services = TicketSets.Services(new ConfigurationBuilder().Build());
        var policy = services.GetRequiredService<PolicySet>();
        var options = new EmbeddedTriageOptions();
        var model = new ClassifierAlone(TriageTrainer.Train(ExampleFile.Read(intents), default), options, policy.Shares);
        var judge = new TicketJudge(intents, policy, model, (request, _) => model.Likeliest(request));
        var judged = new List<JudgedTicket>();
        foreach (var ticket in LabelledTicket.Read(path))
            judged.Add(await judge.JudgeAsync(ticket, default));
        foreach (var one in judged)
        {
            var isPlanned = one.IsPlanned(intents, TicketFigures.Considered);
            var mark = isPlanned && one.IsUndue ? "UNDUE" : isPlanned ? "plan" : one.Ticket.Accepts(one.Final) ? "same" : "other";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{mark,-5} {one.Ticket.Id} wanted {one.Ticket.Intent}, answered {one.Final} {one.Result.Facts.Confidence:0.00}; likeliest {one.Likeliest.Intent} {one.Likeliest.Probability:0.00}; system {one.Result.Facts.System ?? "-"}; {string.Join(' ', one.Result.Traits)}"));
        }

        var figures = new TicketFigures(intents).Of("own", judged, NoPromise);
        foreach (var figure in figures)
            Console.WriteLine($"{figure.Name}: {figure.Value} {figure.Raw}");
        return judged.Exists(one => one.IsPlanned(intents, TicketFigures.Considered) && one.IsUndue) ? 1 : 0;
    }
}
