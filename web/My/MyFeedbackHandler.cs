using System.Globalization;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary>"It works", "it does not work", one to five stars and a comment.</summary>
public sealed class MyFeedbackHandler(MyAct act, FeedbackService feedback, OwnWords words)
{
    /// <summary>Takes what the form says.</summary>
    public async Task<IResult> GiveAsync(HttpContext http)
    {
        if (await act.FindAsync(http) is not { } record)
            return MyHandler.Refuse(http, http.Field("t"));
        bool? solved = http.Field("solved") switch { "yes" => true, "no" => false, _ => null };
        int? rating = int.TryParse(http.Field("rating"), NumberStyles.None, CultureInfo.InvariantCulture, out var stars) && stars is >= 1 and <= 5 ? stars : null;
        if (solved is null && rating is null)
            return await act.ShowAsync(http, record.CaseId, MyTexts.NotUnderstood);
        var comment = http.Field("comment") is { Length: > 0 } text ? words.Of(record, text) : null;
        var isHeard = await feedback.GiveAsync(record, solved, rating, comment, MyAccess.By(http), http.RequestAborted);
        return await act.ShowAsync(http, record.CaseId, !isHeard ? MyTexts.TooLate : solved == false ? MyTexts.Reopened : MyTexts.Glad);
    }
}
