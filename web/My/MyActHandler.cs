using System.Globalization;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary>What a requester does on their own page of a case: answer, and ask for a person.</summary>
public sealed class MyActHandler(MyAct act, AnswerService answers, OwnWords words, PersonRequestService people)
{
    /// <summary>A button, or words.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        if (await act.FindAsync(http) is not { } record)
            return MyHandler.Refuse(http, http.Field("t"));
        var (option, source) = (http.Field("option"), new AnswerSource(MyAccess.By(http), ConversationService.Page));
        if (!int.TryParse(http.Field("question"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return await act.ShowAsync(http, record.CaseId, MyTexts.NotUnderstood);
        var heard = option.Length > 0
            ? await answers.ChooseAsync(record.CaseId, number, option, source, http.RequestAborted)
            : await answers.HearAsync(record, number, words.Of(record, http.Field("words")), source, http.RequestAborted);
        return await act.ShowAsync(http, record.CaseId, heard switch
        {
            Heard.Answered => MyTexts.Thanks,
            Heard.Stopped => MyTexts.Noted,
            Heard.NotUnderstood => MyTexts.NotUnderstood,
            _ => MyTexts.TooLate,
        });
    }

    /// <summary>Asks for a person.</summary>
    public async Task<IResult> PersonAsync(HttpContext http)
    {
        if (await act.FindAsync(http) is not { } record)
            return MyHandler.Refuse(http, http.Field("t"));
        await people.RequestAsync(record.CaseId, MyAccess.By(http) is "link" ? "requester" : MyAccess.By(http), http.RequestAborted);
        return await act.ShowAsync(http, record.CaseId, MyTexts.PersonAsked);
    }
}
