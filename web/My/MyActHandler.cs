using System.Globalization;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary>What a requester does on their own page of a case: answer, and ask for a person.</summary>
public sealed class MyActHandler(CaseStore caseStore, MyAccess access, MyView view, AnswerService answers, OwnWords words, PersonRequests people)
{
    /// <summary><c>POST /my/{id}/answer</c>: a button, or words.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } record)
            return MyHandler.Refuse(http, http.Field("t"));
        var (option, source) = (http.Field("option"), new AnswerSource(MyAccess.By(http), ConversationService.Page));
        if (!int.TryParse(http.Field("question"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return await ShowAsync(http, record.CaseId, MyTexts.NotUnderstood);
        var heard = option.Length > 0
            ? await answers.ChooseAsync(record.CaseId, number, option, source, http.RequestAborted)
            : await answers.HearAsync(record, number, words.Of(record, http.Field("words")), source, http.RequestAborted);
        return await ShowAsync(http, record.CaseId, heard switch
        {
            Heard.Answered => MyTexts.Thanks,
            Heard.Stopped => MyTexts.Noted,
            Heard.NotUnderstood => MyTexts.NotUnderstood,
            _ => MyTexts.TooLate,
        });
    }

    /// <summary><c>POST /my/{id}/person</c>: asks for a person.</summary>
    public async Task<IResult> PersonAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } record)
            return MyHandler.Refuse(http, http.Field("t"));
        await people.RequestAsync(record.CaseId, MyAccess.By(http) is "link" ? "requester" : MyAccess.By(http), http.RequestAborted);
        return await ShowAsync(http, record.CaseId, MyTexts.PersonAsked);
    }

    private async Task<CaseRecord?> FindAsync(HttpContext http)
    {
        var record = await caseStore.FindAsync(http.Id(), http.RequestAborted);
        return access.Of(http, http.Field("t"), record).Acts ? record : null;
    }

    private async Task<IResult> ShowAsync(HttpContext http, string id, LocalizedText note)
    {
        var model = await view.OfAsync(http, id, await caseStore.FindAsync(id, http.RequestAborted), http.Field("t"), acts: true);
        var language = Language(http) ?? model.Language;
        return Page.Show<MyCasePage, MyCaseModel>(http, model with { Language = language, Note = note.In(language) });
    }

    private static string? Language(HttpContext http) => http.Field("lang") is var chosen && LocalizedText.Languages.Contains(chosen, StringComparer.Ordinal) ? chosen : null;
}
