using System.Globalization;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Webhooks;

/// <summary>Decides what the sender of a webhook is told, and counts and logs what was not accepted.</summary>
public sealed class WebhookAnswers(PersonLinks links, IntakeTelemetry telemetry, ILogger<WebhookAnswers> log)
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    /// <summary>The answer to what intake made of it: 202 with a signed link to the tracking page, 400 with the field, or 401.</summary>
    public IResult Of(HttpContext http, IntakeAnswer answer)
    {
        switch (answer.Outcome)
        {
            case IntakeOutcome.Malformed:
                return WebhookProblem.Malformed(answer.Field, answer.Reason);
            case IntakeOutcome.Stale:
                return WebhookProblem.Unauthorized();
            case IntakeOutcome.Ignored:
                return Results.Json(new WebhookAccepted(null, null, answer.Reason), statusCode: StatusCodes.Status202Accepted);
            // A change of a ticket that is new to us: it is read first, and may get no case.
            case var _ when answer.CaseId is null:
                return Results.Json(new WebhookAccepted(null, null), statusCode: StatusCodes.Status202Accepted);
            default:
                var track = links.TrackingPathFor(answer.CaseId.Value);
                http.Response.Headers.Location = track;
                return Results.Json(new WebhookAccepted(answer.CaseId, track), statusCode: StatusCodes.Status202Accepted);
        }
    }

    /// <summary>Turns one away.</summary>
    internal IResult Refused(string system, string outcome, IResult result)
    {
        telemetry.Counted(system, outcome);
        log.Refused(system, outcome);
        return result;
    }

    /// <summary>Asks the sender to repeat it.</summary>
    internal IResult Unavailable(HttpContext http, string system, string outcome, TimeSpan retryAfter, IResult result)
    {
        telemetry.Counted(system, outcome);
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(Math.Min(retryAfter.TotalSeconds, LongestRetry.TotalSeconds))).ToString(CultureInfo.InvariantCulture);
        return result;
    }

    /// <summary>Says that something failed that nobody expected.</summary>
    internal IResult Failed(string system, string reference, string failure)
    {
        telemetry.Counted(system, "failed");
        log.Failed(reference, system, failure);
        return WebhookProblem.Failed(reference);
    }
}
