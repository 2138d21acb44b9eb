using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary><c>POST /my/{id}</c>: which form of a requester's own page was sent.</summary>
public sealed class MyForms(MyActHandler acts, MyFeedbackHandler feedback)
{
    /// <summary>The hidden field that names the form.</summary>
    public const string Field = "act";

    /// <summary>An answer to a question.</summary>
    public const string Answer = "answer";

    /// <summary>"I want a person".</summary>
    public const string Person = "person";

    /// <summary>Whether it helped.</summary>
    public const string Feedback = "feedback";

    /// <summary>Takes the form; what names none of them is read as an answer that says nothing.</summary>
    public Task<IResult> TakeAsync(HttpContext http) => http.Field(Field) switch
    {
        Person => acts.PersonAsync(http),
        Feedback => feedback.GiveAsync(http),
        _ => acts.AnswerAsync(http),
    };
}
