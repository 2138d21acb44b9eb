using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Notices;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Engine.Tests;

/// <summary>A channel that hangs holds no slot of the engine, which here has a single one.</summary>
public sealed class NoticeSlotTests : IDisposable
{
    private const int Notices = 5;

    private static readonly WorkflowReference<string, string> Innocent = Scripted.Workflow("innocent", (context, input) => context.CallAsync(Act.Reference, input));

    private readonly EngineFiles _files = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();
    private readonly FakeChannel _hanging = new("hanging") { Hangs = true };
    private readonly FakeChannel _live = new("live");

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Channel_Hangs_InnocentWorkflowAndOtherChannelGoOn()
    {
        await new CaseStore(_store, _time).OpenAsync(NoticeWorld.Ticket, _time.GetUtcNow(), default);
        using var host = Build();
        await host.StartAsync();
        var client = host.Services.GetRequiredService<IWorkflowClient>();
        for (var number = 0; number < Notices; number++)
            await client.StartAsync(NoticeWorkflow.Reference, $"notice-{number}", NoticeWorld.Notice($"approval-{number}"), default);
        await Eventually.True(() => _hanging.Attempts == 2 && _live.Cards.Count >= 2, "the channel's own slots are held, and the other channel posts");

        await client.StartAsync(Innocent, "innocent", "x", default);

        await UntilAsync(client, "innocent", WorkflowState.Completed);
        (await client.GetStatusAsync("notice-0", default))!.State.ShouldNotBe(WorkflowState.Completed);
        _hanging.Cards.ShouldBeEmpty();

        // It answers in the end: each notice once on each channel.
        _hanging.Hangs = false;
        _hanging.Release();
        for (var number = 0; number < Notices; number++)
            await UntilAsync(client, $"notice-{number}", WorkflowState.Completed);
        (_hanging.Cards.Count, _live.Cards.Count).ShouldBe((Notices, Notices));
        await host.StopAsync();
    }

    // The clock goes on while it is looked at: nothing here depends on how fast.
    private Task<WorkflowStatus> UntilAsync(IWorkflowClient client, string id, WorkflowState state) => Eventually.Get(
        () =>
        {
            if (!_hanging.Hangs)
                _time.Advance(TimeSpan.FromSeconds(1));
            return client.GetStatusAsync(id, default);
        },
        status => status.State == state, id);

    private IHost Build()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(_time).AddSingleton<IRecordStore>(_store).AddSingleton<IAuditLog>(new MemoryAuditLog([])).AddSingleton<CaseStore>()
            .AddSingleton(new World()).AddSingleton<INoticeSource, FixedSource>().AddSingleton<INoticeChannel>(_hanging).AddSingleton<INoticeChannel>(_live);
        builder.Services.AddNotices().AddActivity(Act.Reference).AddWorkflow(Innocent);
        builder.Services.AddEmbeddedEngine(options => (options.DatabasePath, options.MaxConcurrentActivities) = (_files.Database, 1));
        return builder.Build();
    }
}
