using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.RemoteSessions;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.RemoteSessions;

/// <summary>A remote session is made once, whoever asks for it at the same moment, and none is left open that was ended.</summary>
public sealed class RemoteSessionMakingTests : IDisposable
{
    private static readonly CaseId Case = new("servicenow-9d385017c611228701d22104cc95c371");

    private readonly SlowTool _tool = new();
    private readonly House _house;

    public RemoteSessionMakingTests() => _house = new House(services => services.AddSingleton<IRemoteSupport>(_tool));

    private RemoteSessionService Service => _house.Get<RemoteSessionService>();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task AllowedTwiceAtOnce_AndSeenByTheTimer_IsMadeOnce()
    {
        var id = await AskedAsync();

        var first = Service.AnswerAsync(id, isAllowed: true, default);
        await _tool.Asked.Task;
        (await Service.AnswerAsync(id, isAllowed: true, default)).State.ShouldBe(RemoteSessionState.Allowed);
        await Service.WatchAsync(default);
        _tool.Made.SetResult("s1");

        (await first).State.ShouldBe(RemoteSessionState.Ready);
        _tool.Creates.ShouldBe(1);
    }

    [Fact]
    public async Task EndedWhileTheToolMakesIt_IsClosedThereAndStaysEnded()
    {
        var id = await AskedAsync();
        var made = Service.AnswerAsync(id, isAllowed: true, default);
        await _tool.Asked.Task;

        await Service.EndAsync((await _house.Get<RemoteSessionStore>().FindAsync(id, default))!, "requester", default);
        _tool.Made.SetResult("s1");

        (await made).State.ShouldBe(RemoteSessionState.Ended);
        _tool.Closed.ShouldBe(["s1"]);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public async Task StoppedWhileTheToolMadeIt_IsMadeByALaterRun(int minutes, int creates)
    {
        var id = await AskedAsync();
        await _house.Get<RemoteSessionStore>().UpdateAsync(id, before => before with { State = RemoteSessionState.Allowed, MakingSince = _house.Time.GetUtcNow() }, default);
        _tool.Made.SetResult("s1");
        _house.Time.Advance(TimeSpan.FromMinutes(minutes));

        await Service.WatchAsync(default);

        _tool.Creates.ShouldBe(creates);
    }

    private async Task<string> AskedAsync()
    {
        _house.Tickets.Write("A problem", "The dock shows no picture.", $"{House.Requester}@contoso.example");
        await _house.Get<CaseStore>().OpenAsync(_house.Tickets.Ticket!.Reference, _house.Time.GetUtcNow(), default);
        await _house.Get<CaseStore>().UpdateAsync(Case, record => record with { RequesterId = new PersonId(House.Requester) }, default);
        (await Service.AskAsync(Case, "slow", "", House.Person(House.DeskLead), default)).ShouldBeNull();
        return (await _house.Get<RemoteSessionStore>().OfCaseAsync(Case, default)).ShouldHaveSingleItem().Id;
    }

    /// <summary>A tool that answers when the test says so.</summary>
    private sealed class SlowTool : IRemoteSupport
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<string> Made { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Closed { get; } = [];

        public int Creates { get; private set; }

        public string Id => "slow";

        public string DisplayName => "Slow tool";

        public Task<string> CreateAsync(RemoteSessionDraft draft, CancellationToken cancellation)
        {
            Creates++;
            Asked.TrySetResult();
            return Made.Task;
        }

        public Task<RemoteLinks> LinksAsync(string reference, CancellationToken cancellation) => Task.FromResult(new RemoteLinks(null, new Uri("https://tool.example/")));

        public Task<RemoteState> ReadAsync(string reference, CancellationToken cancellation) => Task.FromResult(new RemoteState(RemoteStateKind.Waiting));

        public Task<bool> CloseAsync(string reference, CancellationToken cancellation)
        {
            Closed.Add(reference);
            return Task.FromResult(true);
        }
    }
}
