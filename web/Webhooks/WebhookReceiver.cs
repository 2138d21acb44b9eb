using System.Diagnostics;
using System.Globalization;
using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Webhooks;

/// <summary>
/// The webhook endpoints, for any host: size, then signature over the raw body, then reading, then intake. The answer says only
/// what a rightful sender needs: 202, 400 with the field, 401 without a reason, 413, or 503 to be asked again.
/// </summary>
public sealed class WebhookReceiver(
    TicketIntake intake,
    IOptions<WebhookOptions> options,
    IOptions<IntakeOptions> intakeOptions,
    IntakeTelemetry telemetry,
    DependencyNotes notes,
    TimeProvider time,
    ILogger<WebhookReceiver> log)
{
    private const string ServiceNow = "servicenow";
    private const string Jira = "jira";

    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AnyTime = TimeSpan.FromDays(3650);

    /// <summary><c>POST /api/webhooks/servicenow</c>.</summary>
    public Task<IResult> ServiceNowAsync(HttpContext http) => ReceiveAsync(
        http,
        ServiceNow,
        options.Value.ServiceNow.IsSet,
        body => IsServiceNow(http, body, options.Value.ServiceNowWindow) || IsOnlyLate(http, body),
        body => ServiceNowWebhook.Read(body, intakeOptions.Value),
        TimeSpan.MaxValue);

    /// <summary><c>POST /api/webhooks/jira</c>: signed webhooks, and Automation with its shared secret.</summary>
    public Task<IResult> JiraAsync(HttpContext http) => ReceiveAsync(
        http,
        Jira,
        options.Value.Jira.IsSet || options.Value.JiraAutomation.IsSet,
        body => WebhookSignature.IsJira(http.Request.Headers["X-Hub-Signature"], body, options.Value.Jira)
            | WebhookSignature.IsShared(http.Request.Headers["X-Automation-Secret"], options.Value.JiraAutomation),
        body => JiraWebhook.Read(body, http.Request.Headers["X-Atlassian-Webhook-Identifier"], intakeOptions.Value),
        options.Value.JiraMaxAge);

    private bool IsServiceNow(HttpContext http, byte[] body, TimeSpan window) => WebhookSignature.IsServiceNow(
        http.Request.Headers["X-SNC-Signature"], http.Request.Headers["X-SNC-Timestamp"], body, options.Value.ServiceNow, time.GetUtcNow(), window);

    // Always false: what is late may be a replay and is refused. But a rightful sender whose clock differs shall be noticed.
    private bool IsOnlyLate(HttpContext http, byte[] body)
    {
        if (IsServiceNow(http, body, AnyTime))
            ClocksDiffer(ServiceNow);
        return false;
    }

    private void ClocksDiffer(string system)
    {
        log.ClocksDiffer(system);
        notes.Refused(HealthRegistration.Clock, system, HealthRegistration.ClockAdvice.Access);
    }

    private async Task<IResult> ReceiveAsync(
        HttpContext http, string system, bool isSetUp, Func<byte[], bool> isSigned, Func<byte[], WebhookReading> read, TimeSpan maxAge)
    {
        try
        {
            return await AnswerAsync(http, system, isSetUp, isSigned, read, maxAge);
        }
#pragma warning disable CA1031 // Whatever it is, the sender gets an answer and an operator a log line. A request that cannot be read is the sender's.
        catch (Exception error) when (error is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var reference = ErrorReference.New();
            telemetry.Counted(system, "failed");
            log.Failed(reference, system, ErrorText.Of(error).Message);
            return WebhookProblem.Failed(reference);
        }
    }

    private async Task<IResult> AnswerAsync(
        HttpContext http, string system, bool isSetUp, Func<byte[], bool> isSigned, Func<byte[], WebhookReading> read, TimeSpan maxAge)
    {
        if (!isSetUp)
            return Unavailable(http, system, "not-set-up", AskAgainAfter, WebhookProblem.NotSetUp());
        if (await RawBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
            return Refused(system, "too-large", WebhookProblem.TooLarge());
        if (!isSigned(body))
            return Refused(system, "refused", WebhookProblem.Unauthorized());
        try
        {
            var answer = await intake.ReceiveAsync(system, read(body), maxAge, TraceText.Of(Activity.Current), http.RequestAborted);
            if (answer.Outcome == IntakeOutcome.Stale)
                ClocksDiffer(system);
            else
                notes.Allowed(HealthRegistration.Clock, system);
            return ResultOf(http, answer);
        }
        catch (VendorException fault)
        {
            log.NotKept(system, fault.System, fault.Code);
            return Unavailable(http, system, "unavailable", fault.RetryAfter ?? AskAgainAfter, WebhookProblem.Unavailable());
        }
    }

    private static IResult ResultOf(HttpContext http, IntakeAnswer answer)
    {
        switch (answer.Outcome)
        {
            case IntakeOutcome.Malformed:
                return WebhookProblem.Malformed(answer.Field, answer.Reason);
            case IntakeOutcome.Stale:
                return WebhookProblem.Unauthorized();
            case IntakeOutcome.Ignored:
                return Results.Json(new WebhookAccepted(null, null, answer.Reason), statusCode: StatusCodes.Status202Accepted);
            default:
                var track = $"/track/{Uri.EscapeDataString(answer.CaseId!)}";
                http.Response.Headers.Location = track;
                return Results.Json(new WebhookAccepted(answer.CaseId, track), statusCode: StatusCodes.Status202Accepted);
        }
    }

    private IResult Refused(string system, string outcome, IResult result)
    {
        telemetry.Counted(system, outcome);
        log.Refused(system, outcome);
        return result;
    }

    private IResult Unavailable(HttpContext http, string system, string outcome, TimeSpan retryAfter, IResult result)
    {
        telemetry.Counted(system, outcome);
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(Math.Min(retryAfter.TotalSeconds, 3600))).ToString(CultureInfo.InvariantCulture);
        return result;
    }
}
