import { IconAlertCircle } from '@tabler/icons-react'
import './field-error.css'

/** What is wrong with a field that is not one of the library's inputs. Point the field at it with `aria-describedby`. */
export const FieldError = ({ id, children }: { id: string; children: string | null | undefined }) =>
  children ? (
    <p id={id} className="ui-field-error" role="alert">
      <IconAlertCircle size={14} aria-hidden />
      {children}
    </p>
  ) : null
