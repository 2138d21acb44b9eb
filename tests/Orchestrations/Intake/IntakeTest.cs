using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Harness;
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

    protected IntakeOptions Settings { get; } = new();

    protected Inbox Inbox => new(Store);

    protected TicketIntake Intake => new(Inbox, Workflows, Time, _telemetry, NullLogger<TicketIntake>.Instance);

    protected InboxRecovery Recovery => new(
        Inbox, Intake, Workflows, new TicketSystems([ServiceNow, Jira]), new DeadLetters(Store, TestTicketSystems.Catalogue, Time, NullLogger<DeadLetters>.Instance), Time);

    protected ReconcileTickets Reconcile => new(
        new TicketSystems([ServiceNow, Jira]), Intake, Store, Options.Create(Settings), Time, NullLogger<ReconcileTickets>.Instance);

    protected static TicketReference Incident(int number) => new("servicenow", string.Create(CultureInfo.InvariantCulture, $"{number:x32}"), string.Create(CultureInfo.InvariantCulture, $"INC{number:0000000}"));

    protected Task<IntakeAnswer> ReceiveAsync(WebhookReading reading) => Intake.ReceiveAsync("servicenow", reading, TimeSpan.FromHours(24), null, default);

    public void Dispose()
    {
        _telemetry.Dispose();
        GC.SuppressFinalize(this);
    }
}
