using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Notices;

/// <summary>Notices over a store that outlives every process; channels are fakes.</summary>
public sealed class NoticeWorld(params FakeChannel[] channels)
{
    public static readonly TicketReference Ticket = new("servicenow", "1", "INC1");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public MemoryRecordStore Store { get; } = new();

    public MemoryAuditLog Audit { get; } = new([]);

    public FixedSource Source { get; } = new();

    public static NoticeReference Notice(string subject = "approval-1", NoticeKind kind = NoticeKind.Request) => new(Ticket.CaseId, kind, new PersonId(subject));

    /// <summary>A process that just began, on the store of all.</summary>
    public ServiceProvider Process(IRecordStore? store = null)
    {
        var services = new ServiceCollection().AddNotices()
            .AddSingleton<TimeProvider>(Time).AddSingleton(store ?? Store).AddSingleton<IAuditLog>(Audit).AddSingleton<CaseStore>().AddSingleton<INoticeSource>(Source);
        foreach (var channel in channels)
            services.AddSingleton<INoticeChannel>(channel);
        return services.BuildServiceProvider();
    }

    /// <summary>Opens the case: a notice is about one.</summary>
    public Task OpenCaseAsync() => new CaseStore(Store, Time).OpenAsync(Ticket, Time.GetUtcNow(), default);

    public Task<CaseRecord?> CaseAsync() => new CaseStore(Store, Time).FindAsync(Ticket.CaseId, default);

    /// <summary>One call of the activity.</summary>
    public static Task<PostNotice.Result> PostAsync(IServiceProvider process, string channel, NoticeReference? notice = null) =>
        process.GetRequiredService<PostNotice>().RunAsync(new ActivityContext("notice", "notice/1", 1, default), new PostNotice.Input(notice ?? Notice(), channel));

    /// <summary>The workflow from its start to its end; the clock goes on as long as it sleeps.</summary>
    public async Task<NoticeWorkflow.Result> DeliverAsync(IServiceProvider process, NoticeReference? notice = null)
    {
        var delivery = new NoticeWorkflow().RunAsync(new InlineContext(process, Time, "notice") { IsBeside = true }, notice ?? Notice());
        for (var minute = 0; !delivery.IsCompleted; minute++)
        {
            minute.ShouldBeLessThan(24 * 60, "a notice ends within a day");
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        return await delivery;
    }
}
