using HelpDesk.Adapters.AzureOpenAI;
using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Adapters.Graph;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Bench.Triage;

/// <summary>
/// The sets of labelled tickets in the folder with test data, through the embedded classifier, and through the language model where
/// <c>AzureOpenAI__Endpoint</c> and <c>AzureOpenAI__Deployment</c> are set in the environment.
/// </summary>
internal sealed class TicketSets(string? data, IntentCatalogue intents)
{
    private static readonly (string File, string Name, TicketBar Bar)[] Sets =
    [
        ("tickets-real-style.dev.csv", "real-style tickets", new TicketBar(0.68, 0.62, 0, 0.9, 0.9, 0.7, 0.05)),
        ("tickets-modern.dev.csv", "modern tickets", new TicketBar(0, 0.65, 0.65, 0.9, 0.9, 0.7, 1)),
    ];

    /// <summary>What the product understands tickets with; a language model only where the settings name one.</summary>
    public static ServiceProvider Services(IConfiguration settings) => new ServiceCollection().AddLogging().AddSingleton(settings).AddSingleton(TimeProvider.System)
        .AddGraph(settings).AddManagerNotification().AddRulebook(settings).AddUnderstanding(settings).AddAzureOpenAI(settings).BuildServiceProvider();

    /// <summary>All figures.</summary>
    public async Task<IReadOnlyList<Figure>> FiguresAsync(TrainedTriage trained, EmbeddedTriageOptions options, CancellationToken cancellation)
    {
        await using var services = Services(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        var policy = services.GetRequiredService<PolicySet>();
        var embedded = new ClassifierAlone(trained, options, policy.Shares);
        var figures = new List<Figure>();
        foreach (var (file, name, bar) in Sets)
        {
            var path = Path.Combine(data ?? "", file);
            if (data is null || !File.Exists(path))
            {
                figures.Add(new Figure(name, $"not measured: {file} is not in the folder with test data", "-", "-", "-", true));
                continue;
            }

            var tickets = LabelledTicket.Read(path);
            figures.AddRange(await OfAsync(name, bar, tickets, new TicketJudge(intents, policy, embedded, (request, _) => embedded.Likeliest(request)), cancellation));
            foreach (var model in services.GetServices<ITriageModel>().Where(static model => model.IsLanguageModel))
                figures.AddRange(await OfAsync($"{name} ({model.Name})", bar, tickets, new TicketJudge(intents, policy, model), cancellation));
        }

        figures.AddRange(await OthersAsync(new TicketJudge(intents, policy, embedded, (request, _) => embedded.Likeliest(request)), cancellation));
        return figures;
    }

    // Requests of other trades as tickets: with the shares, the guard over the words and all rules, as the product takes them.
    private async Task<IReadOnlyList<Figure>> OthersAsync(TicketJudge judge, CancellationToken cancellation)
    {
        var path = Path.Combine(data ?? "", ForeignRequests.FileName);
        if (data is null || !File.Exists(path))
            return [];
        var judged = new List<JudgedTicket>();
        foreach (var text in ForeignRequests.Read(path).Where(static row => row.Intent == IntentCatalogue.Unknown))
            judged.Add(await judge.JudgeAsync(new LabelledTicket("other", "", text.Text, text.Language, text.Intent, "", false, false, false, "none"), cancellation));
        var planned = judged.Count(one => one.IsPlanned(intents, TicketFigures.Considered));
        var alone = judged.Count(one => one.IsPlanned(intents, TriageScenario.EmbeddedAutomatic));
        return
        [
            new Figure("of others, out of scope, as tickets: considered for a plan", Of(planned, judged.Count), "-", "-", "<= 0.050", planned <= judged.Count * 0.05),
            new Figure("of others, out of scope, as tickets: sure enough to run alone", Of(alone, judged.Count), "-", "-", "<= 0.020", alone <= judged.Count * 0.02),
        ];
    }

    private static string Of(int part, int whole) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part} ({(double)part / whole:0.000})");

    private async Task<IReadOnlyList<Figure>> OfAsync(string name, TicketBar bar, IReadOnlyList<LabelledTicket> tickets, TicketJudge judge, CancellationToken cancellation)
    {
        var judged = new List<JudgedTicket>();
        foreach (var ticket in tickets)
            judged.Add(await judge.JudgeAsync(ticket, cancellation));
        foreach (var undue in judged.Where(one => one.IsPlanned(intents, TicketFigures.Considered) && one.IsUndue))
            Console.WriteLine($"{name}: undue plan for {undue.Ticket.Id}: {undue.Final} instead of {undue.Ticket.Intent}");
        return new TicketFigures(intents).Of(name, judged, bar);
    }
}
