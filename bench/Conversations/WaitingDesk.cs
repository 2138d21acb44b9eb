using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.Bench.Product;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Bench.Conversations;

/// <summary>
/// The product in this process, so that its clock can be turned and its memory be read, with the simulated tenant as another; and tickets that say too little, each
/// of which is asked about and waits.
/// </summary>
internal sealed class WaitingDesk : IAsyncDisposable
{
    // Filed and not asked about yet.
    private const int AtOnce = 200;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private static readonly (string Title, string Text)[] Requests =
        [("Issue", "It doesn't work."), ("Help", "Please help me."), ("Problem", "Still the same as before."), ("Hilfe", "Geht nicht."), ("Ayuda", "No funciona."), ("Problème", "Ça ne marche pas.")];

    private readonly Installation _place;
    private readonly ChildProcess _simulator;
    private readonly LocalHost _host;
    private readonly TicketOffice _office;
    private readonly HttpClient _http = new();
    private readonly HttpClient _tenant;
    private int _filed;

    private WaitingDesk(Installation place, ChildProcess simulator, LocalHost host, TicketOffice office)
    {
        (_place, _simulator, _host, _office) = (place, simulator, host, office);
        _tenant = new HttpClient { BaseAddress = place.Simulator };
    }

    /// <summary>The product's clock.</summary>
    public required TurnedTime Clock { get; init; }

    /// <summary>Cases that waited when it was asked for last, in the order in which they were filed.</summary>
    public List<CaseId> Cases { get; } = [];

    /// <summary>Starts everything.</summary>
    public static async Task<WaitingDesk> StartAsync(string folder, CancellationToken cancellation)
    {
        var data = Path.Combine(folder, "data");
        var place = new Installation(data);
        var simulator = place.StartSimulator();
        await simulator.UntilAnswersAsync(new Uri(place.Simulator, "/simulator/people"), cancellation);
        var clock = new TurnedTime();
        var host = await LocalHost.StartAsync(
            LocalSettings.Read(
            [
                $"HelpDesk:Url={place.Product.GetLeftPart(UriPartial.Authority)}", $"HelpDesk:SimulatorUrl={place.Simulator.GetLeftPart(UriPartial.Authority)}", $"HelpDesk:DataDirectory={data}", "HelpDesk:SimulatorRunsApart=true",
            ]),
            cancellation,
            services => services.AddSingleton<TimeProvider>(clock));
        var office = new TicketOffice(place.Simulator);
        await office.OpenAsync(cancellation);
        // Their moments would be those of the other clock.
        await office.SendWebhooksAsync(false, cancellation);
        return new WaitingDesk(place, simulator, host, office) { Clock = clock };
    }

    /// <summary>Files tickets until so many wait for an answer; the few that are not asked about go to people and don't count.</summary>
    public async Task UntilWaitingAsync(int count, CancellationToken cancellation)
    {
        for (var waiting = WaitingNow; waiting < count; waiting = WaitingNow)
        {
            // Looked at once for several: the database has more to do than to be counted.
            for (var more = Math.Min(AtOnce - (_filed - waiting - _place.Finished()), count - waiting); more > 0; more--)
                await FileAsync(cancellation);
            await Task.Delay(Look, cancellation);
        }

        Cases.Clear();
        Cases.AddRange(_place.Histories.InstancesWithStatus(TicketWorkflow.Reference.Name, Installation.WaitingForAnswer).Take(count).Select(static id => new CaseId(id)));
    }

    private long WaitingNow => _place.Histories.WithStatus(TicketWorkflow.Reference.Name, Installation.WaitingForAnswer);

    private async Task FileAsync(CancellationToken cancellation)
    {
        var (sysId, number, caller) = await _office.FileAsync(_filed, Requests[_filed % Requests.Length], cancellation);
        using var webhook = SignedWebhook.Created(_place.Product, sysId, number, caller);
        using var answer = await _http.SendAsync(webhook, cancellation);
        answer.EnsureSuccessStatusCode();
        _filed++;
    }

    /// <summary>How many of some cases have ended.</summary>
    public long Ended(IEnumerable<CaseId> cases) => _place.Histories.FinishedOf(Ids(cases));

    /// <summary>How many of some cases wait for something later than a moment: the next thing after what was due then.</summary>
    public long WaitBeyond(IEnumerable<CaseId> cases, DateTimeOffset moment) => _place.Histories.WaitBeyond(Ids(cases), moment);

    /// <summary>The first question of a case.</summary>
    public async Task<CaseQuestion> QuestionAsync(CaseId caseId, CancellationToken cancellation) =>
        (await _host.Services.GetRequiredService<QuestionStore>().FindAsync(caseId, 1, cancellation) ?? throw new InvalidOperationException($"{caseId} was not asked.")).Question;

    /// <summary>Chooses the first option as its requester does on their page, and waits until the case goes on from it.</summary>
    /// <returns>The time from the answer until the ticket was read and understood again with it.</returns>
    public async Task<double> AnswerAsync(CaseId caseId, CancellationToken cancellation)
    {
        var question = await QuestionAsync(caseId, cancellation);
        var since = Stopwatch.GetTimestamp();
        if (await _host.Services.GetRequiredService<AnswerService>().ChooseAsync(caseId, 1, question.Options[0].Id, new AnswerSource("link", "page"), cancellation) != Heard.Answered)
            throw new InvalidOperationException($"The answer to {caseId} was not taken.");
        while (_place.Histories.ResultsOf(caseId, TriageTicket.Reference.Name) < 2)
            await Task.Delay(5, cancellation);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    /// <summary>Our comments that the requester of a ticket can read.</summary>
    public async Task<int> CommentsAsync(CaseId caseId, CancellationToken cancellation)
    {
        var ticket = await _tenant.GetFromJsonAsync<JsonElement>($"/simulator/tickets/servicenow/{caseId.Value["servicenow-".Length..]}", cancellation);
        return ticket.GetProperty("comments").EnumerateArray().Count(static comment => comment.GetProperty("isPublic").GetBoolean() && comment.GetProperty("isOurs").GetBoolean());
    }

    private static string Ids(IEnumerable<CaseId> cases) => JsonSerializer.Serialize(cases.Select(static one => one.Value));

    public async ValueTask DisposeAsync()
    {
        _tenant.Dispose();
        _http.Dispose();
        _office.Dispose();
        await _host.DisposeAsync();
        await _simulator.DisposeAsync();
    }
}
