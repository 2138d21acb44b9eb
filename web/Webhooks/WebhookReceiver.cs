using System.Diagnostics;
using System.Globalization;
using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace HelpDesk.Web.Webhooks;

/// <summary>
/// The webhook endpoint of every ticket system, for any host: size, then the proof over the raw body, then reading, then intake. The
/// answer says only what the real sender needs: 202, 400 with the field, 401 without a reason, 413, or 503 to be asked again.
/// </summary>
public sealed class WebhookReceiver(
    TicketIntake intake,
    IEnumerable<ITicketWebhook> webhooks,
    IntakeTelemetry telemetry,
    DependencyNotes notes,
    TimeProvider time,
    ILogger<WebhookReceiver> log)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, ITicketWebhook> _webhooks = webhooks.ToDictionary(webhook => webhook.System, StringComparer.Ordinal);

    /// <summary><c>POST /api/webhooks/{system}</c>. An address of no ticket system is answered as any other unknown address.</summary>
    public async Task<IResult> ReceiveAsync(HttpContext http)
    {
        var system = http.Id("system");
        if (!_webhooks.TryGetValue(system, out var webhook))
            return WebhookProblem.Unknown();
        try
        {
            return await AnswerAsync(http, webhook);
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

    private async Task<IResult> AnswerAsync(HttpContext http, ITicketWebhook webhook)
    {
        var system = webhook.System;
        if (webhook.MissingSetting is not null)
            return Unavailable(http, system, "not-set-up", AskAgainAfter, WebhookProblem.NotSetUp());
        if (await RawBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
            return Refused(system, "too-large", WebhookProblem.TooLarge());
        var request = new WebhookRequest(
            body,
            time.GetUtcNow(),
            Singles(http.Request.Headers, StringComparer.OrdinalIgnoreCase),
            Singles(http.Request.Query, StringComparer.Ordinal));
        var proof = webhook.Check(request);
        // What is late may be a replay and is refused. But a real sender whose clock differs must be noticed.
        if (proof == WebhookProof.WrongTime)
            ClocksDiffer(webhook);
        if (proof != WebhookProof.Valid)
            return Refused(system, "refused", WebhookProblem.Unauthorized());
        try
        {
            var answer = await intake.ReceiveAsync(system, webhook.Read(request), webhook.MaxAge, TraceText.Of(Activity.Current), http.RequestAborted);
            if (answer.Outcome == IntakeOutcome.Stale)
                ClocksDiffer(webhook);
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

    private void ClocksDiffer(ITicketWebhook webhook)
    {
        log.ClocksDiffer(webhook.System, webhook.ClockSetting);
        notes.Refused(HealthRegistration.Clock, webhook.System, HealthRegistration.ClockAdvice(webhook.ClockSetting));
    }

    // A header or parameter that came twice proves nothing: which one the sender means is anyone's choice.
    private static Dictionary<string, string> Singles(IEnumerable<KeyValuePair<string, StringValues>> all, StringComparer names) =>
        all.Where(item => item.Value.Count == 1).ToDictionary(item => item.Key, item => item.Value[0] ?? "", names);

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
            case var _ when answer.CaseId is null:
                return Results.Json(new WebhookAccepted(null, null), statusCode: StatusCodes.Status202Accepted);
            default:
                var track = $"/track/{Uri.EscapeDataString(answer.CaseId)}";
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
