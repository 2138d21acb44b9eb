using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Intake;

/// <summary>Intake over a store, a queue and ticket systems in memory, on a Monday morning.</summary>
public abstract class IntakeTest : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 10, 12, 8, 14, 0, TimeSpan.Zero);

    private readonly IntakeTelemetry _telemetry = new();

    protected FakeTimeProvider Time { get; } = new(Monday);

    protected MemoryRecordStore Store { get; } = new();

    protected MemoryWorkflows Workflows { get; } = new();

    protected ListedTickets ServiceNow { get; } = new("servicenow");

    protected ListedTickets Jira { get; } = new("jira");

    protected IntakeOptions Settings { get; } = new() { OwnServiceNowUser = "svc.helpdesk", OwnJiraAccountId = "712020:us" };

    protected Inbox Inbox => new(Store);

    protected TicketIntake Intake => new(Inbox, Workflows, Time, _telemetry, NullLogger<TicketIntake>.Instance);

    protected InboxRecovery Recovery => new(
        Inbox, Store, Workflows, Workflows, new TicketSystems([ServiceNow, Jira]), new DeadLetters(Store, Time, NullLogger<DeadLetters>.Instance), Time,
        NullLogger<InboxRecovery>.Instance);

    protected ReconcileTickets Reconcile => new(
        new TicketSystems([ServiceNow, Jira]), Inbox, Intake, Store, Options.Create(Settings), Time, NullLogger<ReconcileTickets>.Instance);

    protected static TicketReference Incident(int number) => new("servicenow", string.Create(CultureInfo.InvariantCulture, $"{number:x32}"), string.Create(CultureInfo.InvariantCulture, $"INC{number:0000000}"));

    protected Task<IntakeAnswer> ReceiveAsync(WebhookReading reading) => Intake.ReceiveAsync("servicenow", reading, TimeSpan.FromHours(24), null, default);

    public void Dispose()
    {
        _telemetry.Dispose();
        GC.SuppressFinalize(this);
    }
}
