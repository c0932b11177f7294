# ask.zsh SCRIPT LINE...: prints each line and what zsh offers where it ends. It offers only at a
# terminal, so it is given one.
zmodload zsh/zpty
zpty terminal zsh -f -i
zpty -w terminal "PS1= PS2= RPS1=; unsetopt zle_bracketed_paste; stty -echo; source ${0:A:h}/inside.zsh $1"
zpty -r terminal ready '*READY:*' || exit 1
shift
for line in "$@"; do
  print -r -- "== $line"
  zpty -w -n terminal "$line"$'\t'
  zpty -r terminal offered '*DONE:*' || exit 1
  print -r -- "$offered" | grep -o 'OFFERED:[^:]*:' | cut -d: -f2
done
zpty -d terminal
