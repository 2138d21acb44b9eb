using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Web.Knowledge;

/// <summary>What the page of an article shows.</summary>
/// <param name="Article">The article.</param>
/// <param name="Links">The cases that it is linked with, newest first; empty for a viewer who may not see cases.</param>
/// <param name="IsForStaff">True when the viewer also gets what is for its owner.</param>
public sealed record ArticleModel(KnowledgeArticle Article, IReadOnlyList<KnowledgeLink> Links, bool IsForStaff);
